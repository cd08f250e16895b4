import { describe, expect, test } from '@jest/globals';
import { connectNodeToCallCentre, serveCallCentre } from '../../adapters/simulator/socket/server-entry.js';
import { waitBefore } from '../../adapters/simulator/socket/client/backoff.js';
import { CUSTOMER, later, pageOf, serveFloor, until } from './support/floor.js';
import { breakableSocket } from './support/breakable-socket.js';

const SOON = { firstMs: 10, jitter: 0 };

describe('a connection that is lost', () => {
  test('comes back by itself, and the page regains its agent with his call', async () => {
    const { page, centre } = await serveFloor();
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: SOON });
    await agent.signIn('1001');
    centre.customer(CUSTOMER).dial('1001');
    await agent.heard('EventRinging');
    agent.sdk.answer();
    const { callID } = await agent.heard('EventEstablished');

    const changes: string[] = [];
    centre.observe((event) => event.type === 'end' && changes.push(event.change));
    net.breakAll();
    expect(await agent.heard('EventAgentRegainStatus')).toMatchObject({
      agentStateInfo: { agent: '1001', agentState: '1', phoneType: 'webrtc' },
      workStatusInfo: { callID, callType: 'Inbound', otherDN: CUSTOMER },
    });
    expect(changes).toEqual(['lost', 'regained']);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', connected: true });
    expect(centre.counts().ends).toBe(1);
  });

  test('is told to observers: open, waiting, connecting, open', async () => {
    const { page, centre } = await serveFloor();
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: SOON });
    const states: string[] = [];
    const stop = agent.sdk.onConnection((state) => states.push(state));
    await agent.signIn('1001');
    net.breakAll();
    await agent.heard('EventAgentRegainStatus');
    expect(states).toEqual(['open', 'waiting', 'connecting', 'open']);
    stop();
    agent.sdk.close();
    expect(states).toHaveLength(4);
    await until(() => centre.counts().ends === 0);
  });

  test('fails the commands whose answer is awaited, and those given meanwhile', async () => {
    const { page, centre } = await serveFloor();
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: false });
    await agent.signIn('1001');
    centre.faults.loseCallbacks('queryStates');
    const awaited = agent.ask('queryStates');
    net.breakAll();
    expect(await awaited).toEqual({ outcome: 'error', result: { status: 'error', message: expect.any(String) } });
    expect(await agent.ask('ready')).toMatchObject({ outcome: 'error', result: { errorCode: '330009' } });
    agent.sdk.hangup();
    expect(await agent.heard('EventError')).toMatchObject({ errorCode: '330009' });
  });

  test('never calls back before the command has returned', async () => {
    const { page } = await serveFloor();
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: false });
    await agent.signIn('1001');
    net.breakAll();
    await until(() => agent.sdk.connection === 'closed');
    let called = false;
    agent.sdk.ready({ error: () => (called = true) });
    expect(called).toBe(false);
    await until(() => called);
  });

  test('ends the web phone’s call when it does not come back in time, and the agent regains without it', async () => {
    const { page, centre } = await serveFloor({}, { webrtcGraceSeconds: 0.05 });
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: { firstMs: 200, jitter: 0 } });
    await agent.signIn('1001');
    const customer = centre.customer(CUSTOMER);
    customer.dial('1001');
    await agent.heard('EventRinging');
    agent.sdk.answer();
    await agent.heard('EventEstablished');

    net.breakAll();
    await until(() => customer.state === 'idle', 'for the customer’s call to end');
    const regained = await agent.heard('EventAgentRegainStatus');
    expect(regained).not.toHaveProperty('workStatusInfo');
    expect(centre.truth('1001').work).not.toBe('talking');
  });

  test('costs the page its agent when the server has forgotten the session', async () => {
    const { page, centre } = await serveFloor({ sessionSeconds: 0.02 });
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: { firstMs: 150, jitter: 0 } });
    await agent.signIn('1001');
    const changes: string[] = [];
    centre.observe((event) => event.type === 'end' && changes.push(event.change));
    net.breakAll();
    await agent.heard('EventAgentConnectionChanged');
    expect(changes).toEqual(['lost', 'closed', 'opened']);
    // The agent is signed in on the server all the same: a new beginning regains him.
    await agent.ask('initAgent', { token: 'any', companyId: 'any', agent: '1001' });
    await agent.heard('EventAgentRegainStatus');
  });

  test('is taken over when the client is back before the loss is noticed', async () => {
    const { page, centre, server } = await serveFloor();
    const net = breakableSocket();
    const agent = page({ WebSocket: net.WebSocket, reconnect: SOON });
    await agent.signIn('1001');
    net.muteAll();
    await agent.heard('EventAgentRegainStatus');
    await until(() => server.clients === 1, 'for the old connection to be closed');
    expect(centre.truth('1001').connected).toBe(true);
    expect(centre.counts().ends).toBe(1);
  });

  test('cannot be taken up with a wrong token', async () => {
    const { page, centre } = await serveFloor();
    const net = breakableSocket();
    net.rewriteHello((hello) => ({ ...hello, ...(hello.session ? { session: { ...hello.session, token: 'guessed' } } : {}) }));
    const agent = page({ WebSocket: net.WebSocket, reconnect: SOON });
    await agent.signIn('1001');
    net.breakAll();
    await agent.heard('EventAgentConnectionChanged');
    expect(centre.truth('1001').connected).toBe(false);
  });

  test('is looked for again while no server is there', async () => {
    const { centre, server, page } = await serveFloor();
    const agent = page({ reconnect: SOON });
    await agent.signIn('1001');
    await server.close();
    const again = await serveCallCentre(centre, { port: server.port });
    later(() => again.close());
    await agent.heard('EventAgentConnectionChanged');
    expect(agent.sdk.connection).toBe('open');
  });
});

test('commands given before the first connection fail when there is none to be had', async () => {
  const { server } = await serveFloor();
  await server.close();
  const agent = pageOf(connectNodeToCallCentre(server.url, { reconnect: { attempts: 0 } }));
  expect(await agent.ask('login')).toMatchObject({ outcome: 'error', result: { errorCode: '330009' } });
  expect(agent.sdk.connection).toBe('closed');
});

test('waits grow up to a bound, are spread by chance, and end after the last attempt', () => {
  const waits = [0, 1, 2, 10].map((attempt) => waitBefore(attempt, { jitter: 0 }, 0.5));
  expect(waits).toEqual([250, 500, 1000, 10_000]);
  expect(waitBefore(0, { firstMs: 100, jitter: 0.5 }, 1)).toBe(50);
  expect(waitBefore(3, { attempts: 3 }, 0)).toBeNull();
});
