import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { createWebSocketReceiver } from 'xstate4-viewer';
import { createWebSocketBridge, type IgnoredEvent } from '../../../adapters/inspector-xstate4/index.js';
import { Bench, benchAt } from '../../support/bench/index.js';
import { secretDay, secretMorning, secretsIn } from '../../inspection/support/secret-day.js';
import { eventsIn, statesIn, type Received } from './support/received.js';

const browserGlobals = globalThis as { WebSocket?: unknown };
const { WebSocket: before } = browserGlobals;
const stops: (() => void)[] = [];

beforeEach(() => {
  // The receiver is a page's, where it is global.
  browserGlobals.WebSocket = WebSocket;
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  browserGlobals.WebSocket = before;
});

/** A bridge on a server of its own. */
async function listening() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const ignored: IgnoredEvent[] = [];
  const bridge = createWebSocketBridge({ server, onIgnored: (event) => void ignored.push(event) });
  stops.push(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { server, bridge, ignored, address: `127.0.0.1:${port}` };
}

/** A viewer with a receiver of the real package. */
function viewerAt(server: string) {
  const received: Received[] = [];
  const receiver = createWebSocketReceiver({ server } as Parameters<typeof createWebSocketReceiver>[0]);
  receiver.subscribe((event) => void received.push(event));
  return { received, receiver };
}

/** A client that keeps what it gets as text. */
async function clientAt(address: string) {
  const socket = new WebSocket(`ws://${address}`);
  const texts: string[] = [];
  socket.on('message', (data) => texts.push((data as Buffer).toString()));
  await once(socket, 'open');
  return { socket, texts };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

describe('createWebSocketReceiver of @xstate/inspect 0.8', () => {
  test('gets chart, events and states', async () => {
    const { bridge, address } = await listening();
    const bench = new Bench({ inspect: bridge.inspect });
    const { received } = viewerAt(address);
    await until(() => received.length > 0);
    bench.leave('initAgent');
    bench.sdk.succeed('initAgent');
    await until(() => statesIn(received).length === 3);
    expect(received[0]).toMatchObject({ type: 'service.register', sessionId: bench.agent.actor.sessionId, machine: { id: 'agent' } });
    expect(eventsIn(received)).toEqual(['initAgent', 'command.accepted']);
    expect(statesIn(received).at(-1)).toEqual(bench.agent.actor.getSnapshot().value);
  });

  test('gets no more than it has asked for: another that comes later tells it nothing anew', async () => {
    const { bridge, address } = await listening();
    const bench = new Bench({ inspect: bridge.inspect });
    const [one, other] = [viewerAt(address), viewerAt(address)];
    await until(() => one.received.length > 0 && other.received.length > 0);
    bench.leave('initAgent');
    await until(() => one.received.length > 2 && other.received.length > 2);
    expect(one.received.map(({ type }) => type)).toEqual(['service.register', 'service.event', 'service.state']);
    expect(other.received.map(({ type }) => type)).toEqual(one.received.map(({ type }) => type));
  });

  test('sends an event that changes nothing and is reported', async () => {
    const { bridge, ignored, address } = await listening();
    const bench = benchAt('talking', { bench: new Bench({ inspect: bridge.inspect }) });
    const { sessionId } = bench.agent.actor;
    const before = bench.state();
    const { received, receiver } = viewerAt(address);
    await until(() => received.length > 0);
    receiver.send({
      type: 'xstate.event',
      event: JSON.stringify({ name: 'hangup', data: { type: 'hangup' }, origin: sessionId }),
      service: sessionId,
    } as never);
    await until(() => ignored.length > 0);
    expect(ignored).toEqual([{ type: 'hangup', sessionId }]);
    expect(bench.state()).toBe(before);
  });
});

test('no byte has token, number or attached data', async () => {
  const { bridge, address } = await listening();
  const { socket, texts } = await clientAt(address);
  socket.send(JSON.stringify({ type: 'xstate.inspecting' }));
  const bench = new Bench({ inspect: bridge.inspect });
  await until(() => texts.length > 0);
  bench.agent.dispose();
  const secret = secretMorning({ inspect: bridge.inspect });
  secretDay(secret, { isShort: true });
  secret.agent.dispose();
  await until(() => texts.filter((text) => text.includes('service.stop')).length === 2);
  expect(texts.length).toBeGreaterThan(500);
  expect(secretsIn(...texts)).toEqual([]);
}, 30_000);

test('what makes no sense is left alone', async () => {
  const { bridge, ignored, address } = await listening();
  const { socket, texts } = await clientAt(address);
  for (const message of ['', '{', 'null', '7', '{"type":"else"}', Buffer.from('{"type":"xstate.inspecting"}')]) socket.send(message);
  new Bench({ inspect: bridge.inspect });
  socket.send('{"type":"xstate.event"}');
  await until(() => ignored.length > 0);
  expect(texts).toEqual([]);
});

test('a viewer that is gone gets nothing, and the agent goes on', async () => {
  const { bridge, server, address } = await listening();
  const { socket, texts } = await clientAt(address);
  const bench = new Bench({ inspect: bridge.inspect });
  socket.send('{"type":"xstate.inspecting"}');
  await until(() => texts.length > 0);
  socket.close();
  // Sent while it closes, and after.
  bench.leave('initAgent');
  await until(() => server.clients.size === 0);
  bench.sdk.succeed('initAgent');
  expect(bench.state().connection).toBe('connected');
});

test('disconnected, it says goodbye, leaves the server open, and hears no more', async () => {
  const { bridge, server, address } = await listening();
  const { socket, texts } = await clientAt(address);
  socket.send('{"type":"xstate.inspecting"}');
  const bench = new Bench({ inspect: bridge.inspect });
  await until(() => texts.length > 0);
  bridge.disconnect();
  await until(() => texts.some((text) => text.includes('xstate.disconnect')));
  const count = texts.length;
  socket.send('{"type":"xstate.inspecting"}');
  const later = await clientAt(address);
  later.socket.send('{"type":"xstate.inspecting"}');
  bench.leave('initAgent');
  await wait(50);
  expect([texts.length, later.texts.length, server.listenerCount('connection')]).toEqual([count, 0, 0]);
});
