// The server of the agent desktop, on the simulated call centre. Expectations: the issue about the desktop in the browser.
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectNodeToCallCentre, connectNodeToFloor } from '../../adapters/simulator/socket/server-entry.js';
import { createSobotAgent, type SobotAgent } from '../../adapters/sobot/index.js';
import { serveDesktop, type DesktopServer } from '../../demo/desktop/server/serve-desktop.js';
import type { DesktopSetup } from '../../demo/desktop/setup.js';
import { ask, askJson, INDEX, order, pageFolder, SCRIPT, until, upgrade, type PageFolder } from './support/desktop.js';

let folder: PageFolder;
const endings: (() => unknown)[] = [];

beforeAll(async () => {
  folder = await pageFolder();
});
afterAll(() => folder.remove());
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function served(port = 0): Promise<DesktopServer> {
  const server = await serveDesktop({
    port,
    exchange: 'simulated',
    pageFolder: folder.path,
    onLost: (error) => {
      throw error;
    },
  });
  endings.push(() => server.close());
  return server;
}

/** An agent of the page that this server has. */
function agentAt({ port }: DesktopServer): SobotAgent {
  const sdk = connectNodeToCallCentre(`ws://127.0.0.1:${port}/centre`);
  const agent = createSobotAgent(sdk);
  endings.push(
    () => sdk.close(),
    () => agent.dispose(),
  );
  return agent;
}

function floorAt({ port }: DesktopServer): ReturnType<typeof connectNodeToFloor> {
  const floor = connectNodeToFloor(`ws://127.0.0.1:${port}/centre`);
  endings.push(() => floor.close());
  return floor;
}

async function signedIn(agent: SobotAgent, agentID: string, phoneType: 'webrtc' | 'sip', bindExt: string): Promise<void> {
  await agent.initAgent({ token: 'any', companyId: 'any', agent: agentID });
  await agent.login({ phoneType, bindExt, agentState: '1' });
}

/** Another program that listens. */
async function taken(port: number): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  endings.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the page', () => {
  test('is at the address that is told, under the rules that files of its own suffice for', async () => {
    const server = await served();
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
    for (const path of ['/', '/index.html', '/?agent=1002&frame=1']) {
      expect(await ask(server, path)).toEqual({
        status: 200,
        text: INDEX,
        headers: expect.objectContaining({
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'self'; frame-ancestors 'self'",
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        }),
      });
    }
  });

  test('has its scripts beside it', async () => {
    const server = await served();
    expect(await ask(server, '/assets/page-4f2a.js')).toMatchObject({
      status: 200,
      text: SCRIPT,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
  });

  test('answers HEAD with all but the content', async () => {
    const server = await served();
    expect(await ask(server, '/', { method: 'HEAD' })).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-length': `${INDEX.length}` },
    });
  });

  test.each([
    '/nothing.html',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/assets',
  ])('%s is not there, and it is said where the desktop is', async (path) => {
    const { status, text } = await ask(await served(), path);
    expect({ status, text }).toEqual({ status: 404, text: `There is no ${path} here: the desktop is at /.\n` });
  });

  test.each(['/', '/assets/page-4f2a.js', '/setup.json'])('%s cannot be written', async (path) => {
    expect(await ask(await served(), path, { method: 'PUT' })).toMatchObject({
      status: 405,
      text: `${path} takes GET and HEAD only.\n`,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('knows the floor', async () => {
    const server = await served();
    expect(await ask(server, '/setup.json')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
    const setup = await askJson<DesktopSetup>(server, '/setup.json');
    expect(setup).toEqual({
      exchange: 'simulated',
      agents: expect.arrayContaining([
        { agentID: '1001', name: 'Anna', ext: '8001', phoneType: 'webrtc', isSupervisor: false },
        { agentID: '1002', name: 'Ben', ext: '8002', phoneType: 'sip', isSupervisor: false },
        { agentID: '1003', name: 'Carla', ext: '8003', phoneType: 'webrtc', isSupervisor: true },
      ]),
      customers: expect.arrayContaining([
        { number: '13512345678', name: 'Dora', isBusy: false },
        { number: '13700001111', name: 'Fay', isBusy: true },
      ]),
      queues: [{ name: 'service', number: '4001' }],
      acwSeconds: 30,
      voice: null,
    });
  });
});

describe('those who ask from elsewhere', () => {
  const FOREIGN = 'http://desk.example';

  test('by another host name get nothing, no WebSocket either', async () => {
    const server = await served();
    for (const host of ['desk.example', `desk.example:${server.port}`, `127.0.0.1:${server.port + 1}`, '127.0.0.1']) {
      for (const path of ['/', '/setup.json', '/phones']) {
        expect(await ask(server, path, { headers: { host } })).toMatchObject({
          status: 403,
          text: `This desktop is for this machine: ask for ${server.url}\n`,
        });
      }
      expect(await upgrade(server, '/centre', { host })).toBe(403);
    }
    expect((await ask(server, '/', { headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  test('from pages of others get no WebSocket, and give no orders', async () => {
    const server = await served();
    for (const origin of [FOREIGN, 'http://127.0.0.1:9', 'null']) {
      expect(await upgrade(server, '/centre', { origin })).toBe(403);
      expect(await order(server, { dn: '8002', action: 'answer' }, { origin })).toMatchObject({
        status: 403,
        text: 'Orders to phones are taken from the page of this server only.\n',
      });
    }
    expect(await upgrade(server, '/centre', { origin: `http://127.0.0.1:${server.port}` })).toBe('open');
    expect(await upgrade(server, '/centre', { origin: `http://localhost:${server.port}`, host: `localhost:${server.port}` })).toBe('open');
  });
});

describe('WebSockets', () => {
  test('bring an agent to the call centre, and on the same port the control of its floor', async () => {
    const server = await served();
    const agent = agentAt(server);
    await signedIn(agent, '1001', 'webrtc', '8001');
    const floor = floorAt(server);
    await floor.customer('13512345678').dial('4001');
    await until(() => agent.getSnapshot().work === 'ringing');
    await agent.answer();
    await until(async () => (await floor.customer('13512345678').view()).peers.includes('8001'));
    await floor.customer('13512345678').hangup();
    await until(() => agent.getSnapshot().work === 'acw');
  });

  test('an agent with a phone on the desk signs in, too: it is plugged in', async () => {
    const agent = agentAt(await served());
    await signedIn(agent, '1002', 'sip', '8002');
    expect(agent.getSnapshot().login).toBe('online');
  });

  test('a page that is gone is gone for the call centre', async () => {
    const server = await served();
    const floor = floorAt(server);
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/centre`);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'hello', protocol: 2, as: 'agent' }));
    await until(async () => (await floor.counts()).ends === 1);
    socket.terminate();
    await until(async () => (await floor.counts()).ends === 0);
  });

  test('are at /centre only: the rest is refused, and says so to whoever asks without one', async () => {
    const server = await served();
    expect(await upgrade(server, '/')).toBe(404);
    // On the simulated call centre there is no switch for the page's phone.
    expect(await upgrade(server, '/pbx')).toBe(404);
    expect(await ask(server, '/centre')).toMatchObject({ status: 426, text: '/centre speaks WebSocket.\n' });
  });
});

test('there are no SIP phones on the simulated call centre, and it is said who moves its phones', async () => {
  const server = await served();
  const refusal = {
    status: 404,
    text: 'There are no SIP phones on the simulated switch: the remote control at /centre moves its phones.\n',
  };
  expect(await ask(server, '/phones')).toMatchObject(refusal);
  expect(await order(server, { dn: '8002', action: 'answer' })).toMatchObject(refusal);
});

describe('the port', () => {
  test('is the next free one if it is taken', async () => {
    const port = await taken(0);
    const next = await taken(port + 1).catch(() => port + 1);
    const server = await served(port);
    expect(server.port).toBeGreaterThan(next);
    expect(server.port).toBeLessThanOrEqual(port + 20);
    expect((await ask(server, '/')).text).toBe(INDEX);
  });

  test('is the one asked for if it is free', async () => {
    const first = await served();
    const { port } = first;
    await first.close();
    expect((await served(port)).port).toBe(port);
  });
});

test('a folder without a page is refused', async () => {
  const options = { port: 0, exchange: 'simulated', onLost: () => undefined } as const;
  await expect(serveDesktop({ ...options, pageFolder: `${folder.path}/assets` })).rejects.toThrow('has no index.html');
});

test('close ends everything, and can be asked for twice', async () => {
  const before = process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name));
  const server = await served();
  const agent = agentAt(server);
  await signedIn(agent, '1001', 'webrtc', '8001');
  const idle = new WebSocket(`ws://127.0.0.1:${server.port}/centre`);
  const goodbye = new Promise((resolve) => idle.once('close', resolve));
  await new Promise((resolve) => idle.once('open', resolve));

  await Promise.all([server.close(), server.close()]);
  expect(await goodbye).toBe(1001);
  await expect(ask(server, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  for (const end of endings.splice(0).reverse()) await end();
  await until(() => process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).length <= before.length);
});
