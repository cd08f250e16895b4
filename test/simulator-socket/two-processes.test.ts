import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectNodeToCallCentre, connectNodeToFloor, type RemoteFloor } from '../../adapters/simulator/socket/server-entry.js';
import { later, pageOf, until, type Message } from './support/floor.js';
import { addressOf, build, heardBy, start, type Built, type Program } from './support/processes.js';

const CUSTOMER = '13700001111';

let built: Built;
beforeAll(async () => {
  built = await build();
}, 30_000);
afterAll(() => built.remove());

/** A server process, and a remote control of its floor in this one. */
async function serve(...args: string[]): Promise<{ url: string; floor: RemoteFloor }> {
  const url = await addressOf(start(built, 'simulator', '--port', '0', '--allow-control', ...args));
  const floor = connectNodeToFloor(url);
  later(() => floor.close());
  return { url, floor };
}

async function agentProcess(floor: RemoteFloor, url: string, agentID: string): Promise<Program> {
  const agent = start(built, 'agent', url, agentID, 'signIn');
  await until(async () => (await floor.truth(agentID)).login === 'online', 'for the agent to sign in');
  return agent;
}

async function heard(agent: Program, messageID: string): Promise<Message> {
  await until(() => heardBy(agent).some((message) => message.messageID === messageID), `for ${messageID}`);
  return heardBy(agent).find((message) => message.messageID === messageID)!;
}

describe('an agent’s process that is killed without a word, in a talk with a customer', () => {
  test('is noticed; the customer’s call ends after the grace; and the agent who comes back regains', async () => {
    const { url, floor } = await serve('--grace', '1');
    const agent = await agentProcess(floor, url, '1001');
    const customer = floor.customer(CUSTOMER);
    await customer.dial('1001');
    await until(async () => (await floor.truth('1001')).work === 'talking', 'for the talk');

    agent.child.kill('SIGKILL');
    await until(async () => !(await floor.truth('1001')).connected, 'for the floor to notice');
    // He is signed in all the same, and for a moment his call is still there.
    expect(await floor.truth('1001')).toMatchObject({ login: 'online', work: 'talking' });

    await until(async () => (await customer.view()).state === 'idle', 'for the customer’s call to end');
    expect(await floor.counts()).toMatchObject({ legs: 0 });
    expect(await floor.truth('1001')).toMatchObject({ work: 'acw', call: null });

    const again = start(built, 'agent', url, '1001', 'comeBack');
    const regained = await heard(again, 'EventAgentRegainStatus');
    expect(regained).toMatchObject({ agentStateInfo: { agent: '1001', agentState: '1', phoneType: 'webrtc' } });
    expect(regained).not.toHaveProperty('workStatusInfo');
    expect(await floor.truth('1001')).toMatchObject({ connected: true, login: 'online' });
  }, 15_000);

  test('that is back within the grace regains its call', async () => {
    const { url, floor } = await serve('--grace', '10');
    const agent = await agentProcess(floor, url, '1001');
    await floor.customer(CUSTOMER).dial('1001');
    const { callID } = await heard(agent, 'EventEstablished');

    agent.child.kill('SIGKILL');
    await until(async () => !(await floor.truth('1001')).connected, 'for the floor to notice');
    const again = start(built, 'agent', url, '1001', 'comeBack');
    expect(await heard(again, 'EventAgentRegainStatus')).toMatchObject({
      workStatusInfo: { callID, callType: 'Inbound', otherDN: CUSTOMER },
    });
    expect(await floor.truth('1001')).toMatchObject({ work: 'talking', connected: true });
  }, 15_000);
});

test('a colleague whose other side is killed hears that the call was released', async () => {
  const { url, floor } = await serve('--grace', '0.2');
  const colleague = pageOf(connectNodeToCallCentre(url));
  await colleague.signIn('1002');
  const agent = await agentProcess(floor, url, '1001');
  colleague.sdk.makeCall({ otherDN: '1000' });
  const { callID } = await colleague.heard('EventEstablished');

  agent.child.kill('SIGKILL');
  expect(await colleague.heard('EventReleased')).toMatchObject({ callID, callType: 'Internal' });
  await until(async () => (await floor.counts()).legs === 0, 'for the last leg to go');
  expect((await floor.truth('1001')).connected).toBe(false);
}, 15_000);

test('an agent whose phone is no page keeps his call when his page is killed', async () => {
  const { url, floor } = await serve('--grace', '0');
  const agent = pageOf(connectNodeToCallCentre(url));
  await floor.device('1000').register();
  await agent.signIn('1001', { phoneType: 'sip' });
  await floor.customer(CUSTOMER).dial('1001');
  await agent.heard('EventRinging');
  await floor.device('1000').answer();
  await agent.heard('EventEstablished');
  agent.sdk.close();
  await until(async () => !(await floor.truth('1001')).connected, 'for the floor to notice');
  expect((await floor.customer(CUSTOMER).view()).state).toBe('talking');
}, 15_000);
