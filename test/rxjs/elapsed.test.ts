import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { elapsed$ } from '../../adapters/rxjs/index.js';
import { systemClock } from '../../src/agent/clock.js';
import { counted } from '../support/adapters/counted.js';
import { Bench, benchAt, clockAt, ScriptedSdk, type PlaceName } from '../support/bench/index.js';

type Heard = (number | null | 'complete')[];

function heardOf(stream: Observable<number | null>): Heard {
  const heard: Heard = [];
  stream.subscribe({ next: (value) => heard.push(value), complete: () => heard.push('complete') });
  return heard;
}

describe('elapsed$', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_700_000_000_000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** An agent who goes by the platform's clock, which stands still until the test says so. */
  const realBenchAt = (place: PlaceName) => benchAt(place, { bench: new Bench({ clock: systemClock }) });

  test('tells the time at once, and at each full second', () => {
    const bench = realBenchAt('talking');
    jest.advanceTimersByTime(2_300);
    const heard = heardOf(elapsed$(bench.agent, 'call'));
    expect(heard).toEqual([2_300]);
    jest.advanceTimersByTime(700);
    jest.advanceTimersByTime(2_000);
    expect(heard).toEqual([2_300, 3_000, 4_000, 5_000]);
    bench.agent.dispose();
  });

  test('tells of state, hold and after-call work, and null while they do not run', () => {
    const bench = realBenchAt('talking');
    const [state, hold, acw] = (['state', 'hold', 'acw'] as const).map((timer) => heardOf(elapsed$(bench.agent, timer)));
    jest.advanceTimersByTime(1_500);
    bench.customer('EventAgentHoldCall');
    jest.advanceTimersByTime(1_000);
    bench.customer('EventReleased');
    jest.advanceTimersByTime(1_000);
    expect({ state, hold, acw }).toEqual({
      state: [0, 1_000, 0, 1_000, 0, 1_000],
      hold: [null, 0, 1_000, null],
      acw: [null, 0, 1_000],
    });
    bench.agent.dispose();
  });

  test('does not fall behind where ticks come late, as in a hidden tab', () => {
    const bench = realBenchAt('talking');
    const heard = heardOf(elapsed$(bench.agent, 'call'));
    // The tick that is due in a second comes after a minute and a bit; none in between.
    jest.setSystemTime(Date.now() + 63_400);
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual([0, 64_400]);
    jest.advanceTimersByTime(600);
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual([0, 64_400, 65_000, 66_000]);
    bench.agent.dispose();
  });

  test('gives those who come later the time of now, and not that of the last tick', () => {
    const bench = realBenchAt('talking');
    const stream = elapsed$(bench.agent, 'call');
    heardOf(stream);
    jest.advanceTimersByTime(1_900);
    const late = heardOf(stream);
    jest.advanceTimersByTime(100);
    expect(late).toEqual([1_900, 2_000]);
    bench.agent.dispose();
  });

  test('has one timer, however many listen, and none when nobody does', () => {
    const bench = realBenchAt('talking');
    const counts = counted(bench.agent);
    const before = jest.getTimerCount();
    const stream = elapsed$(counts.agent, 'call');
    const subscriptions = [stream.subscribe(), stream.subscribe()];
    expect(jest.getTimerCount() - before).toBe(1);
    expect(counts).toMatchObject({ begun: 1, listening: 1 });
    for (const subscription of subscriptions) subscription.unsubscribe();
    expect(jest.getTimerCount()).toBe(before);
    expect(counts.listening).toBe(0);
    bench.agent.dispose();
  });

  test('completes when the agent is disposed of, and leaves no timer', () => {
    const bench = realBenchAt('talking');
    const stream = elapsed$(bench.agent, 'call');
    const heard = heardOf(stream);
    bench.agent.dispose();
    expect(heard).toEqual([0, 'complete']);
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(500);
    expect(heardOf(stream).at(-1)).toBe('complete');
    expect(jest.getTimerCount()).toBe(0);
  });

  test('is never below 0, though the clock be set back, and finds the seconds again', () => {
    const bench = realBenchAt('talking');
    jest.setSystemTime(Date.now() - 5_000);
    const heard = heardOf(elapsed$(bench.agent, 'call'));
    jest.advanceTimersByTime(6_000);
    expect(heard).toEqual([0, 0, 0, 0, 0, 0, 1_000]);
    bench.agent.dispose();
  });
});

test('elapsed$ takes time and timers from the scheduler that is given', () => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  const bench = new Bench({}, new ScriptedSdk(), clockAt(0));
  expect(bench.state().since).toBe(0);
  scheduler.run(({ expectObservable }) => {
    expectObservable(elapsed$(bench.agent, 'state', scheduler), '2500ms !').toBe('a 999ms b 999ms c', { a: 0, b: 1_000, c: 2_000 });
  });
  bench.agent.dispose();
});
