import { describe, expect, test } from '@jest/globals';
import type { CallCentreOptions } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor, type Desk, type Floor } from './support/floor.js';

const AGENTS = ['1', '2', '3'].map((agentID) => ({ agentID, ext: `80${agentID}`, queues: ['support'] }));

/** Agents 1, 2 and 3 sign in one after the other. */
function queueFloor(options: Partial<CallCentreOptions> = {}): Floor & { desks: Desk[] } {
  const floor = openFloor({ agents: AGENTS, queues: [{ name: 'support', number: '4001' }], ...options });
  const desks = AGENTS.map(({ agentID }) => {
    const desk = floor.signIn(agentID);
    floor.pass(1000);
    return desk;
  });
  return { ...floor, desks };
}

const ringing = ({ centre }: Floor): string[] => centre.agentIDs.filter((id) => centre.truth(id).work === 'ringing');

describe('a queue', () => {
  test.each(['support', '4001'])('is reached as %s, and rings at the agent who was idle longest', (target) => {
    const floor = queueFloor();
    floor.centre.customer(CUSTOMER).dial(target);
    floor.rest();
    expect(ringing(floor)).toEqual(['1']);
    expect(floor.desks[0]?.last('EventRinging')).toMatchObject({ callType: 'Inbound', DNIS: target });
  });

  test('passes on to the next when one rejects', () => {
    const floor = queueFloor();
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    floor.desks[0]?.run('rejectCall');
    expect(floor.desks[0]?.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(ringing(floor)).toEqual(['2']);
    floor.desks[1]?.run('rejectCall');
    expect(ringing(floor)).toEqual(['3']);
    floor.desks[2]?.run('answer');
    expect(floor.centre.customer(CUSTOMER).peers).toEqual(['803']);
  });

  test('passes on to the next when one does not answer', () => {
    const floor = queueFloor({ queues: [{ name: 'support', ringSeconds: 8 }] });
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    floor.pass(8000);
    expect(ringing(floor)).toEqual(['2']);
    expect(floor.centre.truth('1').missed).toBe(1);
  });

  test('tries the first one again after the retry time, when all have refused', () => {
    const floor = queueFloor({ queues: [{ name: 'support', retrySeconds: 10 }] });
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    for (const desk of floor.desks) desk.run('rejectCall');
    expect(ringing(floor)).toEqual([]);
    expect(floor.centre.customer(CUSTOMER).state).toBe('dialing');
    floor.pass(11_000);
    expect(ringing(floor)).toEqual(['1']);
  });

  test('puts an agent who has had a call behind the others', () => {
    const floor = queueFloor({ acwSeconds: 0 });
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    floor.desks[0]?.run('answer');
    floor.desks[0]?.run('hangup');
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    expect(ringing(floor)).toEqual(['2']);
  });

  test('keeps customers waiting until somebody is ready, first come first served', () => {
    const floor = openFloor({ agents: AGENTS, queues: [{ name: 'support' }] });
    const [first, second] = [floor.centre.customer('13500000001'), floor.centre.customer('13500000002')];
    first.dial('support');
    second.dial('support');
    floor.rest();
    expect(first.state).toBe('dialing');
    const desk = floor.signIn('1');
    expect(desk.last('EventRinging')).toMatchObject({ otherDN: '13500000001' });
    desk.run('answer');
    desk.run('hangup');
    desk.run('completeACW');
    expect(desk.last('EventRinging')).toMatchObject({ otherDN: '13500000002' });
  });

  test('is left when the customer gives up, waiting or ringing', () => {
    const floor = queueFloor();
    const customer = floor.centre.customer(CUSTOMER);
    customer.dial('support');
    floor.rest();
    customer.hangup();
    floor.rest();
    expect(floor.desks[0]?.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(ringing(floor)).toEqual([]);
    for (const desk of floor.desks) desk.run('notReady', { reasonCode: 11 });
    customer.dial('support');
    floor.rest();
    customer.hangup();
    floor.rest();
    for (const desk of floor.desks) desk.run('ready');
    expect(ringing(floor)).toEqual([]);
    expect(floor.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('ends a wait that is too long', () => {
    const floor = openFloor({ agents: AGENTS, queues: [{ name: 'support', maxWaitSeconds: 60 }] });
    const customer = floor.centre.customer(CUSTOMER);
    customer.dial('support');
    floor.pass(59_000);
    expect(customer.state).toBe('dialing');
    floor.pass(2000);
    expect(customer).toMatchObject({ state: 'idle', lastRelease: 'noAnswer' });
    expect(floor.centre.counts()).toMatchObject({ legs: 0, calls: 0, timers: 0 });
  });

  test('does not ring at agents who are busy, not ready, signed out or without a registered phone', () => {
    const floor = queueFloor();
    floor.desks[0]?.run('notReady', { reasonCode: 11 });
    floor.desks[1]?.run('login', { agentState: '1', phoneType: 'sip' });
    floor.centre.device('802').unregister();
    floor.desks[2]?.run('makeCall', { otherDN: '13900009999' });
    floor.centre.customer(CUSTOMER).dial('support');
    floor.rest();
    expect(ringing(floor)).toEqual([]);
    floor.centre.device('802').register();
    floor.rest();
    expect(ringing(floor)).toEqual(['2']);
  });

  test('gives two customers to two agents', () => {
    const floor = queueFloor();
    floor.centre.customer('13500000001').dial('support');
    floor.centre.customer('13500000002').dial('support');
    floor.rest();
    expect(ringing(floor)).toEqual(['1', '2']);
  });
});
