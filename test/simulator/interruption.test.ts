import { describe, expect, test } from '@jest/globals';
import { statementOf } from '../../adapters/sobot/errors/error-classes.js';
import { BEHAVIOURS, type FloorEvent } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor, type Desk } from './support/floor.js';
import { readyScene, talkingScene } from './support/scenes.js';

/** Counts how often the page is told that its link is down. */
function interruptionsOf({ sdk }: Desk): { readonly count: number; stop(): void } {
  let count = 0;
  const stop = sdk.onInterruption(() => {
    count += 1;
  });
  return {
    get count() {
      return count;
    },
    stop,
  };
}

describe('a link that is interrupted', () => {
  test('is known to the page, and is interrupted in the truth', () => {
    const { desk, centre, rest } = talkingScene();
    const told = interruptionsOf(desk);
    centre.faults.interrupt(desk.sdk);
    rest();
    expect(told.count).toBe(1);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', connected: false, ends: [], links: { 'end-1': 'interrupted' } });
  });

  test('lets nothing through in either direction', () => {
    const { desk, centre, rest, customer } = talkingScene();
    desk.sdk.holdCall();
    centre.faults.interrupt(desk.sdk);
    customer.hangup();
    rest();
    expect(desk.news()).toEqual([]);
    expect(centre.truth('1001').work).toBe('acw');
  });

  test('refuses every command, with a code that says so, and does nothing', () => {
    const { desk, centre, rest } = readyScene();
    const told = interruptionsOf(desk);
    centre.faults.interrupt(desk.sdk);
    rest();
    expect(desk.run('notReady', { reasonCode: 11 })?.result).toEqual({
      status: 'error',
      errorCode: '330051',
      errorMessage: expect.any(String),
    });
    expect(told.count).toBe(2);
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330051' });
    expect(told.count).toBe(3);
    expect(desk.run('initAgent', { token: 't', companyId: 'c', agent: '1001' })).toEqual({
      outcome: 'error',
      result: { status: 'error' },
    });
    expect(told.count).toBe(4);
    expect(centre.truth('1001')).toMatchObject({ login: 'online', work: 'idle' });
  });

  test.each(BEHAVIOURS.interruptedCode)('can refuse with %s, which says the same', (interruptedCode) => {
    const { desk, centre } = readyScene({ behaviour: { interruptedCode } });
    centre.faults.interrupt(desk.sdk);
    expect(desk.run('ready')?.result).toMatchObject({ errorCode: interruptedCode });
    expect(statementOf(interruptedCode)).toBe('interrupted');
  });

  test('comes back by itself after so many ms: the page is told that first, and then how things stand', () => {
    const { desk, centre, rest, pass } = talkingScene();
    const told = interruptionsOf(desk);
    centre.faults.interrupt('1001', { ms: 5000 });
    pass(4000);
    expect(desk.news()).toEqual([]);
    pass(1000);
    rest();
    expect(desk.news()).toEqual(['EventWebSocketSession', 'EventAgentRegainStatus']);
    expect(desk.last('EventAgentRegainStatus')).toMatchObject({ workStatusInfo: { otherDN: CUSTOMER } });
    expect(centre.truth('1001')).toMatchObject({ connected: true, links: { 'end-1': 'connected' } });
    desk.run('hangup');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(told.count).toBe(1);
  });

  test('comes back after what was refused, however long that takes', () => {
    const { desk, centre, rest } = readyScene({ latency: [0, 400] });
    for (let time = 0; time < 10; time += 1) {
      centre.faults.interrupt(desk.sdk);
      desk.sdk.makeCall({ otherDN: CUSTOMER });
      centre.faults.reconnect(desk.sdk);
      rest();
      expect(desk.news()).toEqual(['EventError', 'EventWebSocketSession', 'EventAgentRegainStatus']);
    }
  });

  test('is told to a page that was cut off before, from then on', () => {
    const { desk, centre, rest } = readyScene();
    const told = interruptionsOf(desk);
    centre.faults.disconnect(desk.sdk);
    rest();
    expect(told.count).toBe(0);
    expect(centre.truth('1001').links).toEqual({ 'end-1': 'interrupted' });
    centre.faults.interrupt(desk.sdk);
    rest();
    expect(told.count).toBe(1);
    centre.faults.interrupt(desk.sdk);
    rest();
    expect(told.count).toBe(1);
  });

  test('is told to none that has not initialised, was closed, or listens no more', () => {
    const { desk, centre, rest, open } = readyScene();
    const fresh = centre.connect();
    let count = 0;
    const count1 = (): void => {
      count += 1;
    };
    fresh.onInterruption(count1);
    centre.faults.interrupt(fresh);
    const closed = open('1001');
    closed.sdk.onInterruption(count1);
    centre.close(closed.sdk);
    centre.faults.interrupt(closed.sdk);
    const stop = desk.sdk.onInterruption(count1);
    stop();
    centre.faults.interrupt(desk.sdk);
    rest();
    expect(count).toBe(0);
  });

  test('during which another page has signed in is told so when it is back', () => {
    const { desk, centre, rest } = readyScene();
    centre.faults.interrupt(desk.sdk);
    centre.faults.secondEnd('1001');
    rest();
    expect(centre.truth('1001').links).toEqual({ 'end-1': 'displaced', 'end-2': 'connected' });
    centre.faults.reconnect(desk.sdk);
    rest();
    expect(desk.news()).toEqual(['EventWebSocketSession', 'EventAgentConnectionChanged']);
  });

  test('of a web phone ends its call after the time of grace', () => {
    const { desk, centre, customer, pass } = talkingScene({ webrtcGraceSeconds: 10 });
    centre.faults.interrupt(desk.sdk);
    pass(10_100);
    expect(customer.state).toBe('idle');
  });

  test('is seen by those who watch the floor', () => {
    const { desk, centre, rest } = readyScene();
    const changes: string[] = [];
    centre.observe((event: FloorEvent) => {
      if (event.type === 'end') changes.push(event.change);
    });
    centre.faults.interrupt(desk.sdk);
    centre.faults.reconnect(desk.sdk);
    rest();
    expect(changes).toEqual(['interrupted', 'regained']);
  });

  test('with a listener that throws is told to the others all the same', () => {
    const thrown: unknown[] = [];
    const floor = openFloor({ onError: (error) => thrown.push(error) });
    const desk = floor.signIn('1001');
    desk.sdk.onInterruption(() => {
      throw new Error('listener');
    });
    const told = interruptionsOf(desk);
    floor.centre.faults.interrupt('1001');
    floor.rest();
    expect(told.count).toBe(1);
    expect(thrown).toEqual([new Error('listener')]);
  });
});

test('links of an agent are those of all his pages that are open', () => {
  const { centre, open, desk } = readyScene();
  const other = open('1001');
  open('1002');
  expect(centre.truth('1001').links).toEqual({ 'end-1': 'connected', 'end-2': 'connected' });
  other.run('login', { agentState: '1' });
  expect(centre.truth('1001').links).toEqual({ 'end-1': 'displaced', 'end-2': 'connected' });
  centre.close(desk.sdk);
  expect(centre.truth('1001').links).toEqual({ 'end-2': 'connected' });
});
