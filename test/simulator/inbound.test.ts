import { describe, expect, test } from '@jest/globals';
import { CUSTOMER } from './support/floor.js';
import { readyScene, ringingScene, talkingScene } from './support/scenes.js';

describe('an inbound call', () => {
  test('rings with the roles of the two sides, and is established when answered', () => {
    const { desk, centre, customer, clock, rest } = readyScene();
    customer.dial('1001', { attachedData: { orderID: '7' } });
    rest();
    expect(desk.last('EventRinging')).toMatchObject({
      callType: 'Inbound',
      partyRole: 'Agent',
      thisDN: '8001',
      thisDNRole: 'Destination',
      otherDN: CUSTOMER,
      otherDNRole: 'Origination',
      ANI: CUSTOMER,
      DNIS: '1001',
      attachedData: { orderID: '7' },
    });
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', call: { otherDN: CUSTOMER, establishedAt: null } });
    desk.run('answer');
    expect(desk.news()).toEqual(['EventRinging', 'EventEstablished']);
    expect(customer.state).toBe('talking');
    expect(customer.peers).toEqual(['8001']);
    const { call } = centre.truth('1001');
    expect(call?.establishedAt).toBe(desk.last('EventEstablished')['creationTime']);
    expect(call?.establishedAt).toBeLessThanOrEqual(clock.now());
  });

  test('has ids of 34 hexadecimal digits, the same in all its events', () => {
    const { desk, customer, rest } = talkingScene();
    customer.hangup();
    rest();
    const [ringing, established, released] = ['EventRinging', 'EventEstablished', 'EventReleased'].map(desk.last);
    expect(ringing?.['callID']).toMatch(/^[0-9a-f]{34}$/);
    expect(ringing?.['partyID']).toMatch(/^[0-9a-f]{34}$/);
    expect(ringing?.['callID']).not.toBe(ringing?.['partyID']);
    for (const event of [established, released]) {
      expect(event).toMatchObject({ callID: ringing?.['callID'], partyID: ringing?.['partyID'] });
    }
  });

  test('is released when the customer hangs up, and followed by after-call work', () => {
    const { desk, centre, customer, rest } = talkingScene();
    customer.hangup();
    rest();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'acw', call: null });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is released when the agent hangs up, and ends for the customer', () => {
    const { desk, centre, customer } = talkingScene();
    desk.run('hangup');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(customer.state).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test.each(['EventReleased', 'EventAbandoned'] as const)('ends with %s when the caller gives up', (abandonEvent) => {
    const { desk, centre, customer, rest } = ringingScene({ behaviour: { abandonEvent } });
    customer.hangup();
    rest();
    expect(desk.news()).toEqual([abandonEvent]);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', login: 'online', missed: 0 });
  });

  test.each([
    ['none', 'idle'],
    ['acw', 'acw'],
  ] as const)('that was abandoned is followed by after-call work only if asked for: %s', (acwAfterAbandon, work) => {
    const { centre, customer, rest } = ringingScene({ behaviour: { acwAfterAbandon } });
    customer.hangup();
    rest();
    expect(centre.truth('1001').work).toBe(work);
  });

  test('that is rejected is released without after-call work', () => {
    const { desk, centre, customer } = ringingScene();
    desk.run('rejectCall');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(customer.lastRelease).toBe('rejected');
  });

  test('that nobody answers is released when the ringing time is over', () => {
    const { desk, centre, customer, pass } = ringingScene({ ringSeconds: 20 });
    pass(19_000);
    expect(desk.news()).toEqual([]);
    pass(2000);
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', missed: 1 });
    expect(customer.lastRelease).toBe('noAnswer');
  });

  test.each([
    ['nobody there is', '9999', 'unknown'],
    ['an agent who is signed out', '1002', 'unavailable'],
  ] as const)('for %s does not reach anybody', (_what, target, cause) => {
    const { desk, customer, rest } = readyScene();
    customer.dial(target);
    rest();
    expect(customer).toMatchObject({ state: 'idle', lastRelease: cause });
    expect(desk.news()).toEqual([]);
  });

  test('for an agent who is on a call hears busy', () => {
    const { centre, desk, rest } = talkingScene();
    const second = centre.customer('13800000000');
    second.dial('1001');
    rest();
    expect(second.lastRelease).toBe('busy');
    expect(desk.news()).toEqual([]);
  });

  test('for an agent who is not ready does not ring', () => {
    const { centre, customer, desk, rest } = readyScene();
    desk.run('notReady', { reasonCode: 13 });
    desk.news();
    customer.dial('1001');
    rest();
    expect(customer.lastRelease).toBe('unavailable');
    expect(desk.news()).toEqual([]);
    expect(centre.counts().legs).toBe(0);
  });

  test('for an extension that nobody is signed in with rings there', () => {
    const { centre, customer, rest } = readyScene({ extensions: ['8100'] });
    customer.dial('8100');
    rest();
    centre.device('8100').answer();
    rest();
    expect(customer.peers).toEqual(['8100']);
    centre.device('8100').hangup();
    rest();
    expect(customer.state).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });
});
