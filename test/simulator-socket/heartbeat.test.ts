import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';
import { connectNodeToCallCentre } from '../../adapters/simulator/socket/server-entry.js';
import { later, pageOf, serveFloor, until } from './support/floor.js';
import { rawClient } from './support/raw-client.js';

describe('the server', () => {
  test('gives up a client that shows no sign of life, and counts its page as having lost its connection', async () => {
    const clock = new SimulatedClock();
    const { server, centre } = await serveFloor({ clock, heartbeatSeconds: 5 });
    const silent = await rawClient(server.url);
    await silent.hello();
    silent.send({ type: 'command', id: 1, command: 'initAgent', params: { token: 'any', companyId: 'any', agent: '1001' } });
    await until(() => centre.truth('1001').connected);

    clock.increment(5000);
    clock.increment(5000);
    await until(() => silent.received.filter(({ type }) => type === 'ping').length === 2);
    expect(centre.truth('1001').connected).toBe(true);
    clock.increment(5000);
    await until(() => !centre.truth('1001').connected, 'for the loss to be noticed');
    // The session is still there for it to come back to.
    expect(centre.counts().ends).toBe(1);
    clock.increment(120_000);
    expect(centre.counts().ends).toBe(0);
  });

  test('keeps a client that answers', async () => {
    const clock = new SimulatedClock();
    const { server, page } = await serveFloor({ clock, heartbeatSeconds: 5 });
    const { signIn, sdk } = page();
    await signIn('1001');
    for (let beat = 0; beat < 10; beat += 1) {
      clock.increment(5000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(sdk.connection).toBe('open');
    expect(server.clients).toBe(1);
  });
});

describe('a page', () => {
  /** A server that says welcome and then nothing, whatever happens. */
  async function muteServer(first: string): Promise<{ url: string; connections: () => number }> {
    let connections = 0;
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    later(() => {
      for (const client of server.clients) client.terminate();
      server.close();
    });
    server.on('connection', (socket) => {
      connections += 1;
      socket.on('message', () => socket.send(first));
    });
    await new Promise((resolve) => server.on('listening', resolve));
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections };
  }

  test('gives up a server that has gone silent, and connects again', async () => {
    const clock = new SimulatedClock();
    const server = await muteServer(JSON.stringify({ type: 'welcome', protocol: 2, heartbeatSeconds: 5 }));
    const { sdk } = pageOf(connectNodeToCallCentre(server.url, { clock, reconnect: { jitter: 0 } }));
    await until(() => sdk.connection === 'open');
    clock.increment(14_999);
    expect(sdk.connection).toBe('open');
    clock.increment(1);
    expect(sdk.connection).toBe('waiting');
    clock.increment(250);
    await until(() => sdk.connection === 'open');
    expect(server.connections()).toBe(2);
  });

  test('gives up an attempt to which no welcome comes', async () => {
    const clock = new SimulatedClock();
    const server = await muteServer('this is no call centre');
    const { sdk, ask } = pageOf(connectNodeToCallCentre(server.url, { clock }));
    const asked = ask('login');
    await until(() => server.connections() === 1);
    clock.increment(10_000);
    expect(sdk.connection).toBe('waiting');
    expect(await asked).toMatchObject({ outcome: 'error' });
  });

  test('hears nothing that is no message', async () => {
    const bad = [{ type: 'event' }, { type: 'event', message: { messageID: 1 } }, { type: 'answer', id: 'x' }, null];
    const welcome = { type: 'welcome', protocol: 2, heartbeatSeconds: 5 };
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    later(() => server.close());
    server.on('connection', (socket) => {
      socket.on('message', () => {
        for (const message of [welcome, ...bad, { type: 'event', message: { messageID: 'EventRinging' } }]) {
          socket.send(JSON.stringify(message));
        }
      });
    });
    await new Promise((resolve) => server.on('listening', resolve));
    const page = pageOf(connectNodeToCallCentre(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`));
    await page.heard('EventRinging');
    expect(page.messages).toEqual([{ messageID: 'EventRinging' }]);
    expect(page.sdk.connection).toBe('open');
  });
});
