import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { createWebSocketInspector, createWebSocketReceiver } from '@statelyai/inspect';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { createMachine } from 'xstate';
import { agentMachine } from '../../machines/index.js';
import { Bench, signIn } from '../support/bench/index.js';
import { secretDay, secretMorning, secretsIn } from './support/secret-day.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server of one's own: it keeps every byte, and passes it on to whoever else is there. */
async function relay() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const texts: string[] = [];
  server.on('connection', (socket: WebSocket) => {
    socket.on('message', (data: RawData) => {
      const text = (data as Buffer).toString();
      texts.push(text);
      for (const other of server.clients) if (other !== socket) other.send(text);
    });
  });
  stops.push(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  return { server, texts, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function inspectorAt(url: string) {
  const inspector = createWebSocketInspector({ url, serializationDepthLimit: 40, maxDeferredEvents: 1_000_000 });
  stops.push(() => inspector.stop());
  return inspector;
}

/** Resolves when it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

const parsed = (texts: readonly string[]) =>
  texts.map(
    (text) =>
      JSON.parse(text) as {
        readonly type: string;
        readonly definition?: string;
        readonly event?: { readonly type: string };
        readonly snapshot?: { readonly value: unknown };
      },
  );

test('createWebSocketInspector sends the chart, the events and the snapshots to its receiver, also when a command follows at once', async () => {
  const { server, texts, url } = await relay();
  const received: unknown[] = [];
  createWebSocketReceiver({ server: url }).subscribe((event) => void received.push(event));
  await once(server, 'connection');
  const { inspect } = inspectorAt(url);
  const bench = new Bench({ inspect });
  signIn(bench);
  bench.customer('EventRinging');
  await until(() => texts.some((text) => text.includes('"ringing"')));
  const messages = parsed(texts);
  const chart = createMachine(JSON.parse(messages.find(({ type }) => type === '@xstate.actor')!.definition!) as never);
  expect(new Set(chart.events)).toEqual(new Set(agentMachine.events));
  expect(messages.flatMap(({ event }) => event?.type ?? [])).toEqual(
    expect.arrayContaining(['xstate.init', 'initAgent', 'login', 'call.ringing']),
  );
  expect(messages.at(-1)?.snapshot?.value).toEqual(bench.agent.actor.getSnapshot().value);
  await until(() => received.length === texts.length);
  expect(received).toEqual(messages);
});

test('no byte of it has token, number or attached data', async () => {
  const { texts, url } = await relay();
  const { inspect } = inspectorAt(url);
  const bench = secretMorning({ inspect });
  secretDay(bench, { isShort: true });
  bench.emit('EventRinging', { callID: 'last-of-all', partyID: 'party-9', callType: 'Inbound' });
  await until(() => texts.some((text) => text.includes('last-of-all')));
  expect(texts.length).toBeGreaterThan(500);
  expect(secretsIn(...texts)).toEqual([]);
}, 30_000);
