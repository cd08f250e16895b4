import { describe, expect, test } from '@jest/globals';
import type { FloorEvent, RemoteFloor } from '../../adapters/simulator/index.js';
import { breakableSocket } from './support/breakable-socket.js';
import { CUSTOMER, serveFloor, until, type Page } from './support/floor.js';
import { rawClient } from './support/raw-client.js';

/** Agent 1001 signs in, and talks with the customer. */
async function talks(agent: Page, floor: RemoteFloor): Promise<void> {
  await agent.signIn('1001');
  await floor.customer(CUSTOMER).dial('1001');
  await agent.heard('EventRinging');
  agent.sdk.answer();
  await agent.heard('EventEstablished');
}

describe('the remote control of the floor', () => {
  test('is refused unless the server allows it', async () => {
    const { control } = await serveFloor();
    const floor = control();
    await expect(floor.agentIDs()).rejects.toMatchObject({ name: 'FloorError', code: 'closed' });
    expect(floor.connection).toBe('closed');
    await expect(floor.agentIDs()).rejects.toMatchObject({ code: 'disconnected' });
  });

  test('plays the customer: dials, answers, hangs up', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001');
    const customer = floor.customer(CUSTOMER);
    await customer.dial('1001', { attachedData: { orderID: 'A-1' } });
    expect(await agent.heard('EventRinging')).toMatchObject({ attachedData: { orderID: 'A-1' } });
    agent.sdk.answer();
    await agent.heard('EventEstablished');
    expect(await floor.truth('1001')).toMatchObject({ work: 'talking', login: 'online' });
    expect(await customer.view()).toEqual({
      state: 'talking',
      lines: ['talking'],
      lastRelease: null,
      peers: ['1000'],
      keys: '',
    });
    await customer.hangup();
    await agent.heard('EventReleased');
    expect(await floor.counts()).toMatchObject({ legs: 0 });
  });

  test('has a second customer call, who waits beside the talk', async () => {
    const { page, control } = await serveFloor({ allowControl: true }, { callWaiting: 1 });
    const floor = control();
    const agent = page();
    await talks(agent, floor);
    await floor.customer('13800000000').dial('1001');
    await until(() => agent.names().filter((name) => name === 'EventRinging').length === 2, 'for the second call to ring');
    expect(await floor.truth('1001')).toMatchObject({ work: 'talking', waiting: [{ work: 'ringing', otherDN: '13800000000' }] });
    expect(await floor.device('1000').view()).toMatchObject({ lines: ['talking', 'ringing'] });
  });

  test('has the dialer call a customer for an agent, and says for whom it cannot', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001');
    await floor.dialFor('1001', CUSTOMER, { kind: 'preview', attachedData: { orderID: 'A-2' } });
    expect(await agent.heard('EventRinging')).toMatchObject({
      callType: 'Outbound',
      thisDNRole: 'Destination',
      attachedData: { orderID: 'A-2' },
    });
    await expect(floor.dialFor('9999', CUSTOMER)).rejects.toThrow('There is no agent and no queue 9999.');
  });

  test('moves phones with an extension, and says what cannot be done', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001', { phoneType: 'sip' });
    const device = floor.device('1000');
    await device.register();
    expect(await device.view()).toMatchObject({ state: 'idle', registered: true });
    await floor.customer(CUSTOMER).dial('1001');
    await agent.heard('EventRinging');
    await device.answer();
    await agent.heard('EventEstablished');
    await device.hold();
    await device.retrieve();
    await device.hangup();

    await expect(device.hangup()).rejects.toMatchObject({ name: 'FloorError', code: 'refused' });
    await expect(floor.device('9999').view()).rejects.toThrow(/no extension 9999/);
    await expect(floor.truth('9999')).rejects.toThrow(/9999/);
    await expect(floor.customer('').view()).rejects.toMatchObject({ code: 'refused' });
  });

  test('presses keys, and restarts the switch', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await talks(agent, floor);
    await floor.device('1000').press('42');
    expect(await floor.customer(CUSTOMER).view()).toMatchObject({ keys: '42' });
    await floor.device('1000').hold();
    await agent.heard('EventAgentHoldCall');
    expect(await floor.truth('1001')).toMatchObject({ work: 'holding', onHold: 'customer' });
    await expect(floor.device('1000').swap()).rejects.toMatchObject({ code: 'refused' });
    await floor.device('1000').retrieve();
    await agent.heard('EventAgentRetrieveCall');
    await expect(floor.device('1000').press('x')).rejects.toMatchObject({ code: 'refused' });
    await floor.faults.restartSwitch({ ms: 10 });
    await agent.heard('EventReleased');
    expect(await floor.customer(CUSTOMER).view()).toMatchObject({ state: 'idle', lastRelease: 'lost' });
  });

  test('scripts phones', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001');
    await floor.customer(CUSTOMER).script(0);
    agent.sdk.makeCall({ otherDN: CUSTOMER });
    await agent.heard('EventEstablished');
  });

  test('sets up faults and takes them away', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001');
    const fault = await floor.faults.drop('EventAgentReady', { agentID: '1001' });
    await agent.ask('notReady', { reasonCode: 2 });
    const before = agent.names().filter((name) => name === 'EventAgentReady').length;
    await agent.ask('ready');
    await until(async () => (await fault.struck()) === 1);
    expect(agent.names().filter((name) => name === 'EventAgentReady')).toHaveLength(before);
    await fault.remove();

    await floor.faults.failNext('logout', '330035');
    expect(await agent.ask('logout')).toMatchObject({ outcome: 'error', result: { errorCode: '330035' } });
    await floor.faults.latency([0, 1], { agentID: '1001' });
    await floor.faults.loseCallbacks('queryStates', { times: 1 });
    await floor.faults.duplicate('*', { ms: 1, times: 1 });
    await floor.faults.clear();
    expect(await agent.ask('queryStates')).toMatchObject({ outcome: 'success' });
  });

  test('cuts an agent’s connection to the service, and signs him in elsewhere', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const floor = control();
    const agent = page();
    await agent.signIn('1001');
    await floor.faults.disconnect('1001');
    expect((await floor.truth('1001')).connected).toBe(false);
    await floor.faults.reconnect('1001');
    await agent.heard('EventAgentRegainStatus');
    await floor.faults.secondEnd('1001');
    await agent.heard('EventAgentConnectionChanged');
  });

  test('observes what happens, also after its connection was lost', async () => {
    const { page, control } = await serveFloor({ allowControl: true });
    const net = breakableSocket();
    const floor = control({ WebSocket: net.WebSocket, reconnect: { firstMs: 10, jitter: 0 } });
    const events: FloorEvent[] = [];
    const stop = floor.observe((event) => events.push(event));
    await floor.agentIDs();
    const agent = page();
    await agent.signIn('1001');
    await until(() => events.some((event) => event.type === 'command' && event.command === 'login'));

    let isBack = false;
    floor.onConnection((state) => (isBack = state === 'open'));
    net.breakAll();
    await until(() => isBack, 'for the connection to be back');
    await floor.agentIDs();
    const before = events.length;
    await agent.ask('queryStates');
    await until(() => events.length > before);

    stop();
    await floor.agentIDs();
    const after = events.length;
    await agent.ask('queryStates');
    await floor.agentIDs();
    expect(events).toHaveLength(after);
  });

  test('checks what it is asked for', async () => {
    const { server } = await serveFloor({ allowControl: true });
    const raw = await rawClient(server.url);
    await raw.hello('floor');
    raw.send({ type: 'request', id: 1, operation: 'shutDown', params: {} });
    expect(await raw.problem('unknownCommand')).toMatchObject({ id: 1 });
    raw.send({ type: 'request', id: 2, operation: 'act', params: { phone: { customer: '1' }, action: 'explode' } });
    expect(await raw.problem('badMessage')).toMatchObject({ id: 2, message: expect.stringContaining('action') });
    raw.send({ type: 'command', id: 3, command: 'ready' });
    expect(await raw.problem('outOfPlace')).toMatchObject({ id: 3 });
    raw.send({ type: 'request', id: 4, operation: 'act', params: { phone: { customer: '1' }, action: 'register' } });
    await until(() => raw.received.some(({ type, id }) => type === 'refusal' && id === 4));
  });

  test('refuses what is too large to be sent', async () => {
    const { control } = await serveFloor({ allowControl: true });
    const tooLarge = { text: 'x'.repeat(70_000) };
    await expect(control().customer(CUSTOMER).dial('1001', { attachedData: tooLarge })).rejects.toMatchObject({ code: 'refused' });
  });
});
