import { describe, expect, test } from '@jest/globals';
import { readyScene, talkingScene, type Scene } from './support/scenes.js';
import { CUSTOMER } from './support/floor.js';
import { covers } from '../sobot-contract/covers.js';

function sortingScene(options: Parameters<typeof talkingScene>[0] = {}): Scene {
  const scene = talkingScene(options);
  scene.customer.hangup();
  scene.rest();
  return scene;
}

describe('after-call work', () => {
  test.each([
    ['none', ['EventReleased']],
    ['EventAgentAfterCallWork', ['EventReleased', 'EventAgentAfterCallWork']],
    ['EventAgentNotReady', ['EventReleased', 'EventAgentNotReady']],
  ] as const)('is announced by: %s', (acwAnnounced, events) => {
    const { desk, centre } = sortingScene({ behaviour: { acwAnnounced } });
    expect(desk.news()).toEqual(events);
    expect(centre.truth('1001')).toMatchObject({ work: 'acw', login: 'online' });
    if (acwAnnounced === 'EventAgentNotReady') expect(desk.last(acwAnnounced)['reasonCode']).toBe(0);
  });

  test('ends after its time, counted from the end of the call', () => {
    const { desk, centre, clock } = sortingScene({ acwSeconds: 45 });
    const { acw } = centre.truth('1001');
    expect((acw?.deadline ?? 0) - (acw?.since ?? 0)).toBe(45_000);
    desk.news();
    clock.increment((acw?.deadline ?? 0) - clock.now() - 1);
    expect(centre.truth('1001').work).toBe('acw');
    clock.increment(1);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', acw: null });
    clock.increment(100);
    expect(desk.news()).toEqual(['EventAgentReady']);
    expect(desk.last('EventAgentReady')['creationTime']).toBe(acw?.deadline);
  });

  test('has no end of its own if the company wants it so', () => {
    const { desk, centre, pass } = sortingScene({ acwSeconds: null });
    pass(10_000_000);
    expect(centre.truth('1001').acw).toMatchObject({ deadline: null });
    desk.run('completeACW');
    expect(centre.truth('1001').work).toBe('idle');
  });

  test('can be switched off', () => {
    const { centre } = sortingScene({ acwSeconds: 0 });
    expect(centre.truth('1001').work).toBe('idle');
  });

  test.each([
    ['formerStatus', 'EventAgentReady', 'online'],
    ['dnd', 'EventAgentNotReady', 'dnd'],
  ] as const)('ended by completeACW leads to: %s', (acwEnd, event, login) => {
    const { desk, centre } = sortingScene({ behaviour: { acwEnd } });
    desk.news();
    desk.run('completeACW');
    expect(desk.news()).toEqual([event]);
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', login });
  });

  test('returns to the break that the agent was in', () => {
    const { desk, centre, customer, rest } = readyScene();
    desk.run('notReady', { reasonCode: 14 });
    desk.run('makeCall', { otherDN: CUSTOMER });
    customer.answer();
    rest();
    desk.run('hangup');
    desk.news();
    desk.run('completeACW');
    expect(desk.last('EventAgentNotReady')).toMatchObject({ reasonCode: 14 });
    expect(centre.truth('1001')).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test('ended by completeACWToBusy leads to DND', () => {
    covers('completeACWToBusy rule: then DND');
    const { desk, centre } = sortingScene();
    desk.news();
    desk.run('completeACWToBusy');
    expect(desk.news()).toEqual(['EventAgentNotReady']);
    expect(desk.last('EventAgentNotReady')).toMatchObject({ reasonCode: 2 });
    expect(centre.truth('1001')).toMatchObject({ work: 'idle', login: 'dnd', reasonCode: 2 });
  });

  test('is ended by ready, and by notReady with its reason', () => {
    const one = sortingScene();
    one.desk.news();
    expect(one.desk.run('ready')?.outcome).toBe('success');
    expect(one.desk.news()).toEqual(['EventAgentReady']);
    expect(one.centre.truth('1001')).toMatchObject({ work: 'idle', login: 'online' });
    const other = sortingScene();
    other.desk.run('notReady', { reasonCode: 11 });
    expect(other.centre.truth('1001')).toMatchObject({ work: 'idle', login: 'break', reasonCode: 11 });
  });

  test('can refuse ready and notReady', () => {
    const { desk, centre } = sortingScene({ behaviour: { statusDuringSorting: 'refused' } });
    expect(desk.run('ready')?.result).toMatchObject({ errorCode: '330013' });
    expect(desk.run('notReady', { reasonCode: 11 })?.result).toMatchObject({ errorCode: '330013' });
    expect(centre.truth('1001').work).toBe('acw');
  });

  test('keeps calls away', () => {
    const { centre, rest, desk } = sortingScene();
    desk.news();
    const second = centre.customer('13800000000');
    second.dial('1001');
    rest();
    expect(second.lastRelease).toBe('unavailable');
    expect(desk.news()).toEqual([]);
  });
});

describe('delayACW', () => {
  test('moves the deadline by so many seconds', () => {
    covers('delayACW(delayTime) unit s');
    const { desk, centre, pass } = sortingScene({ acwSeconds: 30 });
    desk.news();
    const before = centre.truth('1001').acw?.deadline ?? 0;
    desk.run('delayACW', { delayTime: '60' });
    expect(desk.news()).toEqual(['EventDelayCallAfterWork']);
    expect(centre.truth('1001').acw?.deadline).toBe(before + 60_000);
    pass(40_000);
    expect(centre.truth('1001').work).toBe('acw');
    pass(60_000);
    expect(centre.truth('1001').work).toBe('idle');
  });

  test.each([[undefined], [29], [901], [30.5], ['x']])('by %p is refused', (delayTime) => {
    const { desk, centre } = sortingScene();
    const before = centre.truth('1001');
    desk.run('delayACW', { delayTime });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330137' });
    expect(centre.truth('1001')).toEqual(before);
  });

  test.each([
    ['900', 'EventDelayCallAfterWork'],
    ['300', 'EventError'],
  ] as const)('by 301 s with a limit of %s s leads to %s', (delayLimit, event) => {
    const { desk } = sortingScene({ behaviour: { delayLimit } });
    desk.news();
    desk.run('delayACW', { delayTime: 301 });
    expect(desk.news()).toEqual([event]);
    if (event === 'EventError') expect(desk.last(event)).toMatchObject({ errorCode: '330138' });
  });
});

test.each(['delayACW', 'completeACW', 'completeACWToBusy'] as const)('%s is refused outside of after-call work', (command) => {
  covers('delayACW rule: only in sorting', 'completeACW rule: only in sorting', 'completeACWToBusy rule: only in sorting');
  const { desk, centre } = talkingScene();
  const before = centre.truth('1001');
  desk.run(command, { delayTime: 60 });
  expect(desk.last('EventError')).toMatchObject({ errorCode: '330102' });
  expect(centre.truth('1001')).toEqual(before);
});
