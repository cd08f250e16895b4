import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { TokenBucket } from '../../adapters/simulator/socket/server/token-bucket.js';
import { CUSTOMER, later, serveFloor, until, type Page, type ServedFloor } from './support/floor.js';
import { rawClient } from './support/raw-client.js';

/** A well-behaved page beside the bad client; it must work to the end. */
async function withNeighbour(options: Parameters<typeof serveFloor>[0] = {}): Promise<ServedFloor & { neighbour: Page }> {
  const floor = await serveFloor(options);
  const neighbour = floor.page();
  await neighbour.signIn('1002');
  later(async () => {
    expect(neighbour.sdk.connection).toBe('open');
    expect(neighbour.names()).not.toContain('EventAgentConnectionChanged');
    expect(await neighbour.ask('queryStates')).toMatchObject({ outcome: 'success' });
  });
  return { ...floor, neighbour };
}

const HOSTILE: [what: string, text: string, code: string, message: string | RegExp][] = [
  ['no JSON', '{"type":', 'badMessage', 'not JSON'],
  ['no message', '42', 'badMessage', /expected/i],
  ['a message of no known type', '{"type":"shutdown"}', 'badMessage', /type/],
  ['an attribute that is not in the protocol', '{"type":"pong","extra":1}', 'badMessage', /extra/],
  ['a number that is none', '{"type":"command","id":1e999,"command":"ready"}', 'badMessage', /id/],
  ['hostile keys', '{"type":"command","id":7,"command":"ready","params":{"__proto__":{"a":1}}}', 'badMessage', /__proto__/],
  ['a constructor', '{"type":"command","id":7,"command":"ready","params":{"a":[{"constructor":1}]}}', 'badMessage', /constructor/],
  [
    'nesting without end',
    `{"type":"command","id":7,"command":"ready","params":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
    'badMessage',
    /nested/,
  ],
  ['a message that is too large', `{"type":"pong","x":"${'x'.repeat(70_000)}"}`, 'tooLarge', /65536/],
  ['an unknown method', '{"type":"command","id":7,"command":"launch"}', 'unknownCommand', /no such command/],
  ['a method of all objects', '{"type":"command","id":7,"command":"toString"}', 'unknownCommand', /no such command/],
  ['a method that is no command', '{"type":"command","id":7,"command":"on"}', 'unknownCommand', /no such command/],
  ['a request for the remote control', '{"type":"request","id":7,"operation":"agentIDs","params":{}}', 'outOfPlace', /remote control/],
  ['a second hello', '{"type":"hello","protocol":1,"as":"agent"}', 'outOfPlace', /already/],
];

describe('a client that misbehaves disturbs nobody else', () => {
  test.each(HOSTILE)('%s: it is told, once', async (_what, text, code, message) => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    await bad.hello();
    bad.send(text);
    expect(await bad.problem(code)).toMatchObject({ message: expect.stringMatching(message) });
    expect(bad.closedWith).toBeNull();
  });

  test.each(HOSTILE)('%s: again and again, and it is closed with the policy code', async (_what, text) => {
    const { server } = await withNeighbour({ messageBurst: 1000 });
    const bad = await rawClient(server.url);
    await bad.hello();
    for (let i = 0; i < 20; i += 1) bad.send(text);
    await until(() => bad.closedWith === 1008, 'for the close');
    expect(bad.received.filter(({ type }) => type === 'problem')).toHaveLength(11);
  });

  test('a problem names the id of the message, and none of its values', async () => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    await bad.hello();
    bad.send({ type: 'command', id: 7, command: 'login', params: 'token-4711' });
    const problem = await bad.problem('badMessage');
    expect(problem.id).toBe(7);
    expect(JSON.stringify(problem)).not.toContain('4711');
  });

  test('binary messages are refused', async () => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    await bad.hello();
    bad.socket.send(Buffer.from('{"type":"pong"}'));
    expect(await bad.problem('badMessage')).toMatchObject({ message: 'messages are text' });
  });

  test('a message far beyond the bound ends the connection unread', async () => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    await bad.hello();
    bad.send('x'.repeat(1_000_000));
    await until(() => bad.closedWith === 1009, 'for the close');
  });

  test('a flood is not obeyed, and ends the connection', async () => {
    const { server, centre } = await withNeighbour({ messageBurst: 20, messagesPerSecond: 1 });
    let commands = 0;
    centre.observe((event) => (commands += event.type === 'command' ? 1 : 0));
    const bad = await rawClient(server.url);
    await bad.hello();
    for (let id = 0; id < 500; id += 1) bad.send({ type: 'command', id, command: 'queryAgents' });
    await until(() => bad.closedWith === 1008, 'for the close');
    expect(await bad.problem('tooFast')).toMatchObject({ id: expect.any(Number) });
    expect(commands).toBeLessThanOrEqual(20);
  });

  test('a flood of ping frames ends the connection', async () => {
    const { server } = await withNeighbour({ messageBurst: 20, messagesPerSecond: 1 });
    const bad = await rawClient(server.url);
    await bad.hello();
    for (let i = 0; i < 500; i += 1) bad.socket.ping();
    await until(() => bad.closedWith === 1008, 'for the close');
  });

  test('one that says nothing is closed', async () => {
    const clock = new SimulatedClock();
    const { server } = await withNeighbour({ clock });
    const bad = await rawClient(server.url);
    clock.increment(5000);
    await until(() => bad.closedWith === 1008, 'for the close');
  });

  test('commands before hello are refused', async () => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    bad.send({ type: 'command', id: 1, command: 'ready' });
    expect(await bad.problem('outOfPlace')).toMatchObject({ id: 1 });
  });

  test('another version of the protocol is not guessed at', async () => {
    const { server } = await withNeighbour();
    const bad = await rawClient(server.url);
    bad.send({ type: 'hello', protocol: 1, as: 'agent' });
    await until(() => bad.closedWith === 4002, 'for the close');
    expect(bad.closedBecause).toBe('protocol version 1 is not 2: use the same version of switchhook on both sides');
  });

  test('one that never reads is given up before much waits for it', async () => {
    const { server, centre } = await withNeighbour({ maxBufferedBytes: 500_000 });
    const socket = connect(server.port, server.host);
    later(() => socket.destroy());
    socket.on('error', () => {});
    socket.write(
      `GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
    await until(() => socket.bytesRead > 0);
    socket.pause();
    const say = (message: object): void => {
      const text = Buffer.from(JSON.stringify(message));
      // A masked frame with a mask of zeros, long enough for the 16-bit length.
      socket.write(Buffer.concat([Buffer.from([0x81, 0xfe, text.length >> 8, text.length & 255, 0, 0, 0, 0]), text]));
    };
    const pad = ' '.repeat(200);
    say({ type: 'hello', protocol: 2, as: 'agent' });
    say({ type: 'command', id: 1, command: 'initAgent', params: { token: 'any', companyId: 'any', agent: '1001', pad } });
    say({ type: 'command', id: 2, command: 'login', params: { phoneType: 'webrtc', agentState: '1', pad } });
    await until(() => centre.truth('1001').login === 'online');

    const customer = centre.customer(CUSTOMER);
    let calls = 0;
    await until(async () => {
      if (!centre.truth('1001').connected) return true;
      calls += 1;
      customer.dial('1001', { attachedData: { text: 'x'.repeat(900_000) } });
      await until(() => centre.truth('1001').work === 'ringing', `for call ${calls}`);
      customer.hangup();
      await until(() => centre.truth('1001').work === 'idle', `for the end of call ${calls}`);
      return false;
    }, 'for the connection to be given up');
    // Two messages per call; the system's own buffers take some of them.
    expect(calls).toBeLessThan(20);
  });
});

describe('who may connect', () => {
  test('pages of other origins may not, unless they are allowed', async () => {
    const { server } = await serveFloor();
    await expect(rawClient(server.url, { Origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(rawClient(server.url, { Origin: 'http://localhost.evil.example' })).rejects.toThrow('403');
    await expect(rawClient(server.url, { Origin: 'null' })).rejects.toThrow('403');
    const page = await rawClient(server.url, { Origin: 'http://localhost:5173' });
    await page.hello();

    const open = await serveFloor({ origins: ['https://desk.example'] });
    await (await rawClient(open.server.url, { Origin: 'https://desk.example' })).hello();
    await expect(rawClient(open.server.url, { Origin: 'http://localhost:5173' })).rejects.toThrow('403');
    const any = await serveFloor({ origins: ['*'] });
    await (await rawClient(any.server.url, { Origin: 'null' })).hello();
  });

  test('no more than there may be', async () => {
    const { server } = await serveFloor({ maxClients: 1 });
    const first = await rawClient(server.url);
    await expect(rawClient(server.url)).rejects.toThrow('503');
    first.socket.close();
    await until(() => server.clients === 0);
    await (await rawClient(server.url)).hello();
  });

  test('a browser that opens the address is told what this is', async () => {
    const { server } = await serveFloor();
    const response = await fetch(server.url.replace('ws:', 'http:'));
    expect(response.status).toBe(426);
    expect(await response.text()).toContain('connectToCallCentre(url)');
  });

  test('sessions that nobody comes back to do not pile up', async () => {
    const { server, centre } = await serveFloor({ maxClients: 3 });
    for (let i = 0; i < 10; i += 1) {
      const client = await rawClient(server.url);
      await client.hello();
      client.send({ type: 'command', id: 1, command: 'queryStates' });
      await until(() => client.received.some(({ type }) => type === 'answer'));
      client.socket.terminate();
      await until(() => server.clients === 0);
    }
    expect(centre.counts().ends).toBe(3);
  });
});

test('a bucket allows so many at once, and so many per second in the long run', () => {
  let now = 0;
  const bucket = new TokenBucket(3, 2, () => now);
  const takeAll = (): number => {
    let taken = 0;
    while (bucket.take()) taken += 1;
    return taken;
  };
  expect(takeAll()).toBe(3);
  now = 500;
  expect(takeAll()).toBe(1);
  now = 60_000;
  expect(takeAll()).toBe(3);
  // A clock that is set back gives nothing away.
  now = 0;
  expect(takeAll()).toBe(0);
});
