import { get, request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectInspector, type ConnectOptions, type InspectorConnection } from '../../../adapters/inspector-socket/index.js';
import {
  serveInspector,
  type InspectorServer,
  type InspectorServerOptions,
} from '../../../adapters/inspector-socket/server/serve-inspector.js';
import { CopiedRecording, recordAgent, type RecordingPart } from '../../../src/recorder/index.js';
import { Bench, benchAt, CUSTOMER } from '../../support/bench/index.js';
import { pageScript, type PageScript } from './page-script.js';

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly part?: RecordingPart;
}

let script: PageScript;
beforeAll(async () => {
  script = await pageScript();
}, 60_000);
afterAll(() => script.remove());

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function served(options: InspectorServerOptions = {}): Promise<InspectorServer> {
  const server = await serveInspector({ port: 0, script: script.url, ...options });
  endings.push(() => server.close());
  return server;
}

function connected(server: InspectorServer, { agent }: Bench, options: Partial<ConnectOptions> = {}): InspectorConnection {
  const connection = connectInspector(agent, { url: server.url, WebSocket, ...options });
  endings.push(() => connection.close());
  return connection;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Not within 10 s: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** One who looks, by hand. */
class Viewer {
  readonly messages: Message[] = [];
  readonly copies = new Map<string, CopiedRecording>();
  /** Whether each part is said to be taken at once. */
  takes = true;
  ended: { readonly code: number; readonly reason: string } | null = null;
  readonly socket: WebSocket;

  constructor({ url }: InspectorServer, options: { readonly origin?: string } = {}) {
    this.socket = new WebSocket(`${url}/viewer`, options);
    endings.push(() => this.socket.terminate());
    this.socket.on('error', () => undefined);
    this.socket.on('close', (code, reason) => (this.ended = { code, reason: String(reason) }));
    this.socket.on('message', (data) => this.#hear(JSON.parse((data as Buffer).toString()) as Message));
  }

  take(id: string): void {
    this.socket.send(JSON.stringify({ type: 'taken', id }));
  }

  count(type: string): number {
    return this.messages.filter((message) => message.type === type).length;
  }

  #hear(message: Message): void {
    this.messages.push(message);
    const { type, id = '', part } = message;
    if (type === 'agent') this.copies.set(id, new CopiedRecording());
    if (type !== 'part') return;
    this.copies.get(id)!.add(part!);
    if (this.takes) this.take(id);
  }
}

function statusOf(
  { port }: InspectorServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The status with which a WebSocket is refused; 101: it is not. */
function upgradeOf({ port, url }: InspectorServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get({
      host: '127.0.0.1',
      port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16, url).toString('base64'),
        ...headers,
      },
    });
    asked.on('response', ({ statusCode }) => resolve(statusCode ?? 0));
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
  });
}

describe("an agent in a program of Node's", () => {
  test('is seen by one who looked before, and by one who comes late, from its first entry on', async () => {
    const server = await served();
    const early = new Viewer(server);
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    connected(server, bench, { name: 'agent 1001', recorder });
    bench.customer('EventAgentHoldCall');
    await until(() => [...early.copies.values()][0]?.last === recorder.last);
    bench.customer('EventAgentRetrieveCall');
    bench.customer('EventReleased');
    const late = new Viewer(server);
    for (const viewer of [early, late]) {
      await until(() => [...viewer.copies.values()][0]?.last === recorder.last);
      expect(viewer.messages.find(({ type }) => type === 'agent')?.name).toBe('agent 1001');
      const [copy] = [...viewer.copies.values()];
      expect(JSON.stringify(copy)).toBe(JSON.stringify(recorder));
      expect(copy!.at(copy!.last)!.state.work).toBe('acw');
    }
  });

  test('says nothing personal, on any of the two ways', async () => {
    const server = await served();
    const viewer = new Viewer(server);
    const bench = new Bench();
    connected(server, bench);
    benchAt('talking', { bench });
    bench.customer('EventAgentHoldCall', { attachedData: { order: 'ORD-XYZZY' } });
    await until(() => [...viewer.copies.values()][0]?.at([...viewer.copies.values()][0]!.last)?.state.work === 'holding');
    const text = JSON.stringify(viewer.messages);
    expect(text).toContain(CUSTOMER.callID);
    for (const secret of [CUSTOMER.otherDN, 'ORD-XYZZY', 'token-of']) expect(text).not.toContain(secret);
  });

  test('carries nothing as long as nobody looks, nor once nobody does any more', async () => {
    const server = await served();
    const bench = benchAt('talking');
    const sent: string[] = [];
    class Spied extends WebSocket {
      override send(data: string): void {
        sent.push(data);
        super.send(data);
      }
    }
    const connection = connected(server, bench, { WebSocket: Spied });
    await until(() => connection.isConnected);
    bench.customer('EventAgentHoldCall');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent.map((text) => (JSON.parse(text) as Message).type)).toEqual(['hello']);
    const viewer = new Viewer(server);
    await until(() => viewer.count('part') === 1);
    viewer.socket.close();
    await until(() => viewer.ended !== null);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const before = sent.length;
    bench.customer('EventAgentRetrieveCall');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent.length).toBe(before);
  });

  test('sends a part only when the one before has been taken, and what happens in one turn at once', async () => {
    const server = await served();
    const viewer = new Viewer(server);
    viewer.takes = false;
    const bench = benchAt('talking');
    connected(server, bench);
    await until(() => viewer.count('part') === 1);
    for (let index = 0; index < 30; index += 1) bench.customer(index % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(viewer.count('part')).toBe(1);
    viewer.take([...viewer.copies.keys()][0]!);
    await until(() => viewer.count('part') === 2);
    expect(viewer.messages[viewer.messages.length - 1]!.part!.steps).toHaveLength(30);
  });

  test('is told to have gone when it ends its connection, and its recording ends', async () => {
    const server = await served();
    const viewer = new Viewer(server);
    const connection = connected(server, benchAt('talking'));
    await until(() => viewer.count('part') === 1);
    expect([server.agents, connection.isConnected, connection.problem]).toEqual([1, true, null]);
    connection.close();
    await until(() => viewer.count('gone') === 1);
    expect([server.agents, connection.isConnected, connection.problem]).toEqual([0, false, null]);
  });

  test('comes again by itself when the inspector was not there, or is started anew', async () => {
    const first = await served();
    const bench = benchAt('talking');
    const connection = connected(first, bench, { name: 'agent 1001' });
    await until(() => connection.isConnected);
    await first.close();
    await until(() => connection.problem !== null);
    expect(connection.problem).toMatch(/has ended the connection: the inspector ends/);
    bench.customer('EventAgentHoldCall');
    const second = await served({ port: first.port });
    const viewer = new Viewer(second);
    await until(() => viewer.count('part') === 1);
    expect([...viewer.copies.values()][0]!.at(1)!.state.work).toBe('holding');
    expect(connection.problem).toBeNull();
  }, 20_000);

  test('says where an inspector was looked for in vain, and goes on all the same', async () => {
    const gone = await served();
    await gone.close();
    const bench = benchAt('talking');
    const connection = connected(gone, bench);
    await until(() => connection.problem !== null);
    expect(connection.problem).toMatch(/no inspector at ws:\/\/127\.0\.0\.1:\d+\/agent; `npx switchhook inspector` starts one/);
    bench.customer('EventAgentHoldCall');
    expect(bench.state().work).toBe('holding');
  });

  test.each<readonly [string, Partial<ConnectOptions>, RegExp]>([
    ['an address that is none', { url: 'localhost' }, /url must be the address/],
    ['an address of a page', { url: 'http://127.0.0.1:4777' }, /url must be the address .* such as ws:/],
    ['a blank name', { name: '' }, /name must be a text of 1 to 200/],
    ['a name that is none', { name: 7 as unknown as string }, /name must be a text/],
    ['a name that is too long', { name: 'x'.repeat(201) }, /name must be a text/],
    ['a limit that is too small', { limit: 10 }, /limit must be a number of bytes/],
  ])('is refused with %s', (_, options, words) => {
    expect(() => connectInspector(new Bench().agent, { url: 'ws://127.0.0.1:1', WebSocket, ...options })).toThrow(words);
  });

  test('is refused where there is no WebSocket, or no agent of this package', () => {
    const { WebSocket: own } = globalThis as { WebSocket?: unknown };
    Object.assign(globalThis, { WebSocket: undefined });
    try {
      expect(() => connectInspector(new Bench().agent, { url: 'ws://127.0.0.1:1' })).toThrow(/no WebSocket here/);
    } finally {
      Object.assign(globalThis, { WebSocket: own });
    }
    expect(() => connectInspector({ actor: {} }, { url: 'ws://127.0.0.1:1', WebSocket })).toThrow(/only an agent of this package/);
  });
});

describe('the server', () => {
  test('serves the page and its files under strict rules, and nothing else', async () => {
    const server = await served();
    const page = await statusOf(server, '/');
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': "default-src 'self'; frame-ancestors 'none'", 'content-type': 'text/html; charset=utf-8' },
    });
    expect((await statusOf(server, '/page.js')).text).toContain('switchhook');
    expect((await statusOf(server, '/page.css')).status).toBe(200);
    expect((await statusOf(server, '/../package.json')).status).toBe(404);
    expect(await statusOf(server, '/', {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
    expect((await statusOf(server, '/', {}, 'POST')).status).toBe(405);
  });

  test('answers to the names of this machine only: behind another may be a web site', async () => {
    const server = await served();
    const at = (host: string) => ({ host: `${host}:${server.port}` });
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await statusOf(server, '/', at(host))).status).toBe(200);
      expect(await upgradeOf(server, '/agent', at(host))).toBe(101);
    }
    for (const headers of [at('desk.example'), { host: '127.0.0.1' }, { host: `127.0.0.1:${server.port + 1}` }]) {
      expect(await statusOf(server, '/', headers)).toMatchObject({
        status: 403,
        text: expect.stringContaining('ask for 127.0.0.1') as unknown,
      });
      expect(await upgradeOf(server, '/agent', headers)).toBe(403);
      expect(await upgradeOf(server, '/viewer', headers)).toBe(403);
    }
  });

  test('lets agents come from this machine, and only its own page look', async () => {
    const server = await served();
    const { port } = server;
    for (const origin of ['http://localhost:5173', `http://127.0.0.1:${port}`])
      expect(await upgradeOf(server, '/agent', { origin })).toBe(101);
    for (const origin of ['https://desk.example', 'null', 'http://localhost.desk.example'])
      expect(await upgradeOf(server, '/agent', { origin })).toBe(403);
    expect(await upgradeOf(server, '/viewer', { origin: `http://127.0.0.1:${port}` })).toBe(101);
    for (const origin of ['http://localhost:5173', 'https://desk.example', `https://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`])
      expect(await upgradeOf(server, '/viewer', { origin })).toBe(403);
    expect(await upgradeOf(server, '/elsewhere')).toBe(404);
  });

  test('lets agents come from where it was told, but nobody look from there', async () => {
    const server = await served({ origins: ['https://desk.example'] });
    const headers = { origin: 'https://desk.example' };
    expect(await upgradeOf(server, '/agent', headers)).toBe(101);
    expect(await upgradeOf(server, '/agent', { origin: 'http://localhost:5173' })).toBe(403);
    expect(await upgradeOf(server, '/viewer', headers)).toBe(403);
  });

  const hello = { type: 'hello', version: 1, id: 'a', name: 'agent' };
  test.each<readonly [string, string, readonly unknown[], RegExp]>([
    ['an agent that does not say hello', 'agent', [{ type: 'part', viewer: 1, part: {} }], /first message must be hello/],
    ['an agent of another version', 'agent', [{ ...hello, version: 2 }], /speaks version 1: let page and inspector have the same version/],
    ['an agent without a name', 'agent', [{ ...hello, name: '' }], /id and name must be texts/],
    ['an agent that says hello twice', 'agent', [hello, hello], /hello comes once/],
    ['an agent that says something else', 'agent', [hello, { type: 'watch', viewer: 1 }], /each other one a part/],
    ['a message that is no object', 'agent', [7], /no object/],
    ['a viewer that says what an agent says', 'viewer', [hello], /only which part it has taken/],
  ])('turns away %s, with a reason', async (_, path, messages, reason) => {
    const server = await served();
    const bystander = new Viewer(server);
    const socket = new WebSocket(`${server.url}/${path}`);
    endings.push(() => socket.terminate());
    const ended = new Promise<readonly [number, string]>((resolve) => socket.on('close', (code, text) => resolve([code, String(text)])));
    socket.on('open', () => messages.forEach((message) => socket.send(JSON.stringify(message))));
    const [code, text] = await ended;
    expect(code).toBe(1008);
    expect(text).toMatch(reason);
    expect(bystander.ended).toBeNull();
  });

  test('turns away what is no JSON', async () => {
    const server = await served();
    const socket = new WebSocket(`${server.url}/agent`);
    const ended = new Promise<string>((resolve) => socket.on('close', (_, text) => resolve(String(text))));
    socket.on('open', () => socket.send('{'));
    expect(await ended).toBe('a message is no JSON');
  });

  test('says that the port is taken, and what to do', async () => {
    const { port } = await served();
    await expect(serveInspector({ port, script: script.url })).rejects.toThrow(/Port \d+ on 127\.0\.0\.1 is taken.*Choose another port/);
  });
});
