import { expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { later, serveFloor, until } from './support/floor.js';

test('two pages sign in at once: the loser of the first round is displaced, then signed in', async () => {
  const { page, control, centre } = await serveFloor({ allowControl: true });
  const floor = control();
  const agent = page();
  await agent.ask('initAgent', { token: 'any', companyId: 'any', agent: '1001' });
  const rival = await floor.faults.rivalLogin('1001', { order: 'rivalFirst' });
  expect((await agent.ask('login', { phoneType: 'webrtc', agentState: '1' })).outcome).toBe('success');
  expect(agent.names()[0]).toBe('EventAgentConnectionChanged');
  expect(await rival.struck()).toBe(1);
  expect(await floor.truth('1001')).toMatchObject({ login: 'online', links: { 'end-1': 'connected', 'end-2': 'displaced' } });
  await floor.faults.rivalLogin('1001', { order: 'rivalLast' });
  await agent.ask('login', { phoneType: 'webrtc', agentState: '1' });
  await until(() => agent.names().filter((name) => name === 'EventAgentConnectionChanged').length === 2, 'to be displaced');
  expect(centre.truth('1001').links).toMatchObject({ 'end-1': 'displaced', 'end-3': 'connected' });
});

test('a phone loses its registration and regains it', async () => {
  const { page, control } = await serveFloor({ allowControl: true }, { behaviour: { registrationTold: 'ofWebPhonesToo' } });
  const floor = control();
  const agent = page();
  await agent.signIn('1001');
  await floor.device('1000').unregister();
  expect(await agent.heard('EventUnregistered')).toMatchObject({ thisDN: '1000' });
  expect(await floor.truth('1001')).toMatchObject({ device: 'lost' });
  await floor.device('1000').register();
  await agent.heard('EventRegistered');
  expect(await floor.truth('1001')).toMatchObject({ device: 'registered' });
});

test('a link within the service is interrupted: the page knows, is refused, and hears that it is back', async () => {
  const { page, control } = await serveFloor({ allowControl: true });
  const floor = control();
  const { sdk, ask, heard } = page();
  const agent = createSobotAgent(sdk);
  later(() => agent.dispose());
  await agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
  await agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
  await floor.faults.interrupt('1001');
  await until(() => agent.getSnapshot().connection === 'interrupted', 'for the page to know that the link is down');
  expect(sdk.connection).toBe('open');
  expect((await floor.truth('1001')).links).toEqual({ 'end-1': 'interrupted' });
  expect((await ask('notReady', { reasonCode: 11 })).result).toMatchObject({ errorCode: '330051' });
  await expect(agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' })).rejects.toMatchObject({ code: 'REJECTED' });
  expect(agent.getSnapshot().connection).toBe('interrupted');
  await floor.faults.reconnect('1001');
  await heard('EventWebSocketSession');
  await heard('EventAgentRegainStatus');
  expect(agent.getSnapshot()).toMatchObject({ connection: 'connected', login: 'online' });
  expect((await floor.truth('1001')).links).toEqual({ 'end-1': 'connected' });
});

test('nodes with clocks of their own stand in the floor, and their stamps reach the page as they are', async () => {
  const { page } = await serveFloor(
    {},
    {
      nodes: [
        { offsetMs: 3_600_000, stamps: 's' },
        { stamps: 'none', events: ['EventAgentReady'] },
      ],
    },
  );
  const agent = page();
  await agent.signIn('1001');
  const login = await agent.heard('EventAgentLogin');
  expect(Math.abs(Number(login['creationTime']) - Date.now() / 1000 - 3600)).toBeLessThan(10);
  expect(await agent.heard('EventAgentReady')).not.toHaveProperty('creationTime');
});
