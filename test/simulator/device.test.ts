import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { readyScene, talkingScene } from './support/scenes.js';

const TOLD = { behaviour: { registrationTold: 'ofWebPhonesToo' } } as const;

describe("the agent's phone", () => {
  test.each(['sip', 'webrtc'] as const)('with %s loses its registration and regains it; the agent is told', (phoneType) => {
    const { desk, centre, rest } = readyScene(TOLD, { phoneType });
    expect(centre.truth('1001').device).toBe('registered');
    centre.device('8001').unregister();
    rest();
    expect(centre.device('8001').registered).toBe(false);
    expect(centre.truth('1001').device).toBe('lost');
    expect(desk.news()).toEqual(['EventUnregistered']);
    expect(desk.last('EventUnregistered')).toMatchObject({ agentID: '1001', thisDN: '8001' });
    centre.device('8001').register();
    rest();
    expect(centre.truth('1001').device).toBe('registered');
    expect(desk.news()).toEqual(['EventRegistered']);
  });

  test.each([
    ['EventUnregistered', 'EventRegistered'],
    ['EventUnreachable', 'EventRegistered'],
    ['EventDNOutOfService', 'EventDNBackInService'],
  ] as const)('is told to be lost by %s, and to be back by %s', (phoneLost, back) => {
    const { desk, centre, rest } = readyScene({ behaviour: { phoneLost } }, { phoneType: 'sip' });
    centre.device('8001').unregister();
    rest();
    centre.device('8001').register();
    rest();
    expect(desk.news()).toEqual([phoneLost, back]);
  });

  test('in a page is lost in silence, unless told otherwise', () => {
    const { desk, centre, rest } = readyScene();
    centre.device('8001').unregister();
    rest();
    expect(desk.news()).toEqual([]);
    expect(centre.truth('1001').device).toBe('lost');
  });

  test('without its registration gets no calls, and can make none; the call it is in goes on', () => {
    const { desk, centre, rest, customer } = talkingScene(TOLD);
    centre.device('8001').unregister();
    rest();
    expect(customer.state).toBe('talking');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', device: 'lost' });
    desk.run('hangup');
    desk.run('completeACW');
    customer.dial('1001');
    rest();
    expect(customer.lastRelease).toBe('unavailable');
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330195' });
  });

  test('stays lost whatever else happens, and is registered anew by the next login', () => {
    const { desk, centre, rest, pass } = readyScene(TOLD);
    centre.device('8001').unregister();
    pass(60_000);
    desk.run('notReady', { reasonCode: 11 });
    expect(centre.truth('1001').device).toBe('lost');
    desk.run('logout');
    expect(centre.truth('1001').device).toBe('unknown');
    desk.run('login', { agentState: '1' });
    rest();
    expect(centre.truth('1001').device).toBe('registered');
  });

  test('in a page that has lost its connection comes back with it', () => {
    const { desk, centre, pass, rest } = readyScene({ ...TOLD, webrtcGraceSeconds: 5 });
    centre.faults.disconnect(desk.sdk);
    pass(6_000);
    expect(centre.truth('1001').device).toBe('lost');
    centre.device('8001').register();
    rest();
    expect(centre.truth('1001').device).toBe('lost');
    centre.faults.reconnect(desk.sdk);
    rest();
    expect(centre.truth('1001').device).toBe('registered');
    expect(desk.news()).toContain('EventRegistered');
  });

  test('is lost with the switch', () => {
    const { desk, centre, rest, pass } = readyScene(TOLD);
    centre.faults.restartSwitch({ ms: 300 });
    rest();
    expect(centre.truth('1001').device).toBe('lost');
    pass(300);
    expect(centre.truth('1001').device).toBe('registered');
    expect(desk.news()).toEqual(['EventUnregistered', 'EventRegistered']);
  });

  test('is not known of an agent who is offline, or who has a telephone', () => {
    const floor = openFloor();
    expect(floor.centre.truth('1001').device).toBe('unknown');
    floor.signIn('1001', { phoneType: 'pstn' });
    expect(floor.centre.truth('1001').device).toBe('unknown');
  });

  test("of a colleague is nobody else's", () => {
    const { desk, centre, rest } = readyScene(TOLD);
    centre.device('8002').unregister();
    rest();
    expect(desk.news()).toEqual([]);
    expect(centre.truth('1001').device).toBe('registered');
  });
});
