import { expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { breakableSocket } from './support/breakable-socket.js';
import { CUSTOMER, later, serveFloor, until } from './support/floor.js';

test('the guarded agent works over the socket as on the vendor’s SDK, also when the connection breaks', async () => {
  const { centre, page } = await serveFloor();
  const net = breakableSocket();
  const { sdk } = page({ WebSocket: net.WebSocket, reconnect: { firstMs: 10, jitter: 0 } });
  const agent = createSobotAgent(sdk);
  later(() => agent.dispose());
  const expectTruth = (): void => {
    const { work, login } = centre.truth('1001');
    expect(agent.getSnapshot()).toMatchObject({ work, login });
  };

  await agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
  await agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
  centre.customer(CUSTOMER).dial('1001');
  await until(() => agent.can('answer'), 'for the call to ring');
  await agent.answer();
  expectTruth();
  await agent.holdCall();
  expectTruth();
  await agent.retrieveCall();

  let regained = false;
  const allowedMeanwhile: (readonly string[])[] = [];
  agent.subscribe(({ connection, allowed }) => connection === 'interrupted' && allowedMeanwhile.push(allowed));
  agent.on('EventAgentRegainStatus', () => (regained = true));
  net.breakAll();
  await until(() => allowedMeanwhile.length > 0, 'for the page to know that the link is down');
  expect(allowedMeanwhile[0]).toEqual(['initAgent', 'on', 'off']);
  await until(() => regained, 'for the regain');
  expectTruth();
  expect(agent.getSnapshot().connection).toBe('connected');
  await agent.hangup();
  expect(agent.getSnapshot().work).toBe('acw');
  expectTruth();
});

test('an agent who is not signed in is told that the link is back, too', async () => {
  const { page } = await serveFloor();
  const net = breakableSocket();
  const { sdk } = page({ WebSocket: net.WebSocket, reconnect: { firstMs: 50, jitter: 0 } });
  const agent = createSobotAgent(sdk);
  later(() => agent.dispose());
  await agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
  net.breakAll();
  await until(() => agent.getSnapshot().connection === 'interrupted', 'for the page to know that the link is down');
  // The client itself says no, which is no answer of the service's.
  await expect(agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' })).rejects.toMatchObject({ code: 'REJECTED' });
  expect(agent.getSnapshot().connection).toBe('interrupted');
  await until(() => agent.getSnapshot().connection === 'connected', 'for the link to be back');
});
