import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { readyScene, ringingScene, talkingScene } from './support/scenes.js';

describe('notReady', () => {
  test.each([
    [2, 'dnd'],
    [11, 'break'],
    ['18', 'break'],
  ])('with reason %p', (reasonCode, login) => {
    const { desk, centre } = readyScene();
    expect(desk.run('notReady', { reasonCode })).toEqual({ outcome: 'success', result: { status: 'success' } });
    expect(desk.news()).toEqual(['EventAgentNotReady']);
    expect(desk.last('EventAgentNotReady')).toMatchObject({ agentState: '2', reasonCode: Number(reasonCode) });
    expect(centre.truth('1001')).toMatchObject({ login, reasonCode: Number(reasonCode) });
  });

  test.each([
    [undefined, '330139'],
    [3, '330140'],
    ['x', '330140'],
  ])('with reason %p is refused', (reasonCode, errorCode) => {
    const { desk, centre } = readyScene();
    expect(desk.run('notReady', { reasonCode })?.result).toMatchObject({ status: 'error', errorCode });
    expect(centre.truth('1001').login).toBe('online');
  });

  test('with a break that the agent may not take is refused', () => {
    const floor = openFloor({ agents: [{ agentID: '1', ext: '8', breaks: [11] }] });
    const desk = floor.signIn('1');
    expect(desk.run('notReady', { reasonCode: 12 })?.result).toMatchObject({ errorCode: '330140' });
    expect(desk.run('notReady', { reasonCode: 11 })?.outcome).toBe('success');
  });

  test('with the reason in force is refused, with another one it is taken', () => {
    const { desk } = readyScene();
    desk.run('notReady', { reasonCode: 11 });
    expect(desk.run('notReady', { reasonCode: 11 })?.result).toMatchObject({ errorCode: '330033' });
    expect(desk.run('notReady', { reasonCode: 12 })?.outcome).toBe('success');
  });
});

describe('ready', () => {
  test('makes the agent ready, and is refused when he is', () => {
    const { desk, centre } = readyScene({}, { agentState: '2' });
    expect(desk.run('ready')?.outcome).toBe('success');
    expect(desk.news()).toEqual(['EventAgentReady']);
    expect(centre.truth('1001')).toMatchObject({ login: 'online', reasonCode: null });
    expect(desk.run('ready')?.result).toMatchObject({ errorCode: '330034' });
  });

  test('is refused for an agent who is not signed in, and so is notReady', () => {
    const desk = openFloor().open('1001');
    expect(desk.run('ready')?.result).toMatchObject({ errorCode: '330005' });
    expect(desk.run('notReady', { reasonCode: 2 })?.result).toMatchObject({ errorCode: '330005' });
  });
});

test.each([
  ['accepted', 'success'],
  ['refused', 'error'],
] as const)('the status during a call is %s', (statusDuringCall, outcome) => {
  const { desk, centre } = talkingScene({ behaviour: { statusDuringCall } });
  const answer = desk.run('notReady', { reasonCode: 11 });
  expect(answer?.outcome).toBe(outcome);
  if (outcome === 'error') expect(answer?.result).toMatchObject({ errorCode: '330035' });
  expect(centre.truth('1001')).toMatchObject({ work: 'talking', login: outcome === 'error' ? 'online' : 'break' });
});

describe('the system lock', () => {
  /** The customer calls, and nobody answers. */
  function missed(scene: ReturnType<typeof readyScene>, times: number): void {
    for (let time = 0; time < times; time += 1) {
      scene.customer.dial('1001');
      scene.pass(21_000);
    }
  }

  test.each([
    ['reason98', ['EventReleased', 'EventAgentNotReady']],
    ['noReason', ['EventReleased', 'EventAgentNotReady']],
    ['none', ['EventReleased']],
  ] as const)('comes with the third missed call, announced by: %s', (lockAnnounced, events) => {
    const scene = readyScene({ behaviour: { lockAnnounced } });
    missed(scene, 2);
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', missed: 2 });
    scene.desk.news();
    missed(scene, 1);
    expect(scene.desk.news()).toEqual(['EventRinging', ...events]);
    if (lockAnnounced === 'reason98') expect(scene.desk.last('EventAgentNotReady')).toMatchObject({ reasonCode: 98 });
    if (lockAnnounced === 'noReason') expect(scene.desk.last('EventAgentNotReady')).not.toHaveProperty('reasonCode');
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'locked', reasonCode: null, work: 'idle' });
  });

  test('keeps calls away in both directions until ready()', () => {
    const scene = readyScene({ lockAfterMissed: 1 });
    missed(scene, 1);
    scene.customer.dial('1001');
    scene.rest();
    expect(scene.customer.lastRelease).toBe('unavailable');
    scene.desk.run('makeCall', { otherDN: CUSTOMER });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330042' });
    expect(scene.desk.run('notReady', { reasonCode: 2 })?.result).toMatchObject({ errorCode: '330042' });
    expect(scene.desk.run('ready')?.outcome).toBe('success');
    scene.customer.dial('1001');
    scene.rest();
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', work: 'ringing', missed: 0 });
  });

  test('allows logout', () => {
    const scene = readyScene({ lockAfterMissed: 1 });
    missed(scene, 1);
    expect(scene.desk.run('logout')?.outcome).toBe('success');
    expect(scene.centre.truth('1001').login).toBe('offline');
  });

  test('does not come when calls are answered in between', () => {
    const scene = readyScene({ lockAfterMissed: 2, acwSeconds: 0 });
    for (let round = 0; round < 3; round += 1) {
      missed(scene, 1);
      scene.customer.dial('1001');
      scene.rest();
      scene.desk.run('answer');
      scene.desk.run('hangup');
    }
    expect(scene.centre.truth('1001').login).toBe('online');
  });

  test.each([
    ['noAnswerAndReject', 'locked'],
    ['noAnswer', 'online'],
  ] as const)('counts %s', (missedCalls, login) => {
    const scene = ringingScene({ lockAfterMissed: 1, behaviour: { missedCalls } });
    scene.desk.run('rejectCall');
    expect(scene.centre.truth('1001').login).toBe(login);
  });

  test('can be switched off', () => {
    const scene = readyScene({ lockAfterMissed: 0 });
    missed(scene, 5);
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', missed: 5 });
  });
});

describe('calling out in a break', () => {
  test.each([
    ['allowed', 'dialing'],
    ['refused', 'idle'],
  ] as const)('is %s', (dialOutInBreak, work) => {
    const { desk, centre } = readyScene({ behaviour: { dialOutInBreak } });
    desk.run('notReady', { reasonCode: 11 });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(centre.truth('1001').work).toBe(work);
    if (work === 'idle') expect(desk.last('EventError')).toMatchObject({ errorCode: '330081' });
  });

  test('is always allowed in DND', () => {
    const { desk, centre } = readyScene({ behaviour: { dialOutInBreak: 'refused' } }, { agentState: '2' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(centre.truth('1001').work).toBe('dialing');
  });
});
