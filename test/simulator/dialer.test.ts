import { describe, expect, test } from '@jest/globals';
import { CUSTOMER } from './support/floor.js';
import { readyScene, talkingScene } from './support/scenes.js';

const KINDS = ['predictive', 'preview', 'callback'] as const;

/** Brings a dialer's call to agent 1001, at whom it rings. */
function dialledScene(kind: (typeof KINDS)[number], options: object = {}) {
  const scene = readyScene(options);
  scene.centre.dialFor('1001', CUSTOMER, { kind, attachedData: { campaign: 'spring' } });
  scene.rest();
  if (kind === 'predictive') scene.customer.answer();
  scene.rest();
  return scene;
}

describe.each(KINDS)('a %s call of the dialer', (kind) => {
  test('rings at the agent as a call out of which the agent is the destination', () => {
    const { desk, centre } = dialledScene(kind);
    expect(desk.news()).toEqual(['EventRinging']);
    expect(desk.last('EventRinging')).toMatchObject({
      callType: 'Outbound',
      thisDN: '8001',
      thisDNRole: 'Destination',
      otherDN: CUSTOMER,
      DNIS: CUSTOMER,
      attachedData: { campaign: 'spring' },
    });
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', call: { callType: 'Outbound', otherDN: CUSTOMER } });
  });

  test('is answered, and ends as any talk', () => {
    const { desk, centre, customer, rest } = dialledScene(kind);
    desk.news();
    desk.run('answer');
    if (kind !== 'predictive') customer.answer();
    rest();
    expect(desk.news()).toEqual(['EventEstablished']);
    expect(customer.peers).toEqual(['8001']);
    desk.run('holdCall');
    expect(customer.state).toBe('held');
    desk.run('hangup');
    expect(centre.truth('1001').work).toBe('acw');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is rejected, and counts as missed', () => {
    const { desk, centre, customer } = dialledScene(kind);
    desk.news();
    desk.run('rejectCall');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(customer.state).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is missed when the agent does not answer', () => {
    const { centre, customer, pass } = dialledScene(kind, { ringSeconds: 20 });
    pass(21_000);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(customer.state).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is for a number and a target that there are', () => {
    const { centre } = readyScene();
    expect(() => centre.dialFor('9999', CUSTOMER, { kind })).toThrow('There is no agent and no queue 9999.');
    expect(() => centre.dialFor('1001', 'x', { kind })).toThrow('The number to call is malformed');
  });
});

describe('a predictive call', () => {
  test('reaches nobody until the customer has answered', () => {
    const { desk, centre, customer, rest } = readyScene();
    centre.dialFor('1001', CUSTOMER);
    rest();
    expect(customer.state).toBe('ringing');
    customer.reject();
    rest();
    expect(desk.news()).toEqual([]);
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is dropped if the agent is on a call by then', () => {
    const { centre, rest } = talkingScene();
    centre.dialFor('1001', '13800000000');
    rest();
    const second = centre.customer('13800000000');
    second.answer();
    rest();
    expect(second.lastRelease).toBe('busy');
  });

  test('of a queue waits for an agent who is free, and is offered to the next when the first rejects it', () => {
    const { desk, centre, customer, rest, signIn } = readyScene();
    const other = signIn('1002');
    centre.dialFor('support', CUSTOMER);
    rest();
    customer.answer();
    rest();
    desk.run('rejectCall');
    expect(other.news()).toEqual(['EventRinging']);
    other.run('answer');
    expect(customer.peers).toEqual(['8002']);
  });
});

describe('a preview call', () => {
  test('is for one agent who is free', () => {
    const { centre } = talkingScene();
    expect(() => centre.dialFor('support', CUSTOMER, { kind: 'preview' })).toThrow('for one agent');
    expect(() => centre.dialFor('1001', CUSTOMER, { kind: 'preview' })).toThrow('Agent 1001 cannot take a call now.');
  });

  test('ends for the agent who has taken it when the customer is busy', () => {
    const { desk, centre, customer } = dialledScene('preview');
    customer.script('busy');
    desk.news();
    desk.run('answer');
    expect(desk.news()).toEqual(['EventEstablished', 'EventReleased']);
    expect(centre.truth('1001').work).toBe('acw');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('rings no more at the customer when the agent hangs up', () => {
    const { desk, centre, customer } = dialledScene('preview');
    desk.run('answer');
    expect(customer.state).toBe('ringing');
    desk.run('hangup');
    expect(customer.state).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });
});
