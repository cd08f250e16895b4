import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SimulatedClock } from 'xstate';
import type { AgentClock } from '../../../src/agent/clock.js';
import { Deadlines } from '../../../src/agent/time/deadlines.js';
import { RunningTime } from '../../../src/agent/time/running-time.js';
import { START, TwoClocks } from './two-clocks.js';

const THREE_HOURS = 10_800_000;

function deadlinesOn(clock: TwoClocks, seen: AgentClock) {
  const reached: (readonly string[])[] = [];
  const deadlines = new Deadlines(seen, new RunningTime(seen), (keys) => reached.push(keys));
  return { clock, reached, deadlines };
}

/** On a computer that has both clocks. */
function withBoth() {
  const clock = new TwoClocks();
  return deadlinesOn(clock, clock);
}

/** On a clock that has no `monotonic`. */
function withNowOnly() {
  const clock = new TwoClocks();
  return deadlinesOn(clock, clock.withoutMonotonic());
}

const hold = { key: 'holdCall', deadline: START + 10_000 };
const acw = { key: 'acw', deadline: START + 30_000 };

describe.each([
  ['both clocks', withBoth],
  ['now() only', withNowOnly],
])('a deadline, with %s,', (_, begin) => {
  test('is told at its time, once', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold], START);
    clock.run(9_999);
    expect(reached).toEqual([]);
    clock.run(1);
    deadlines.keep([hold], clock.wall);
    clock.run(60_000);
    deadlines.check();
    expect(reached).toEqual([['holdCall']]);
    expect(clock.timers.size).toBe(0);
  });

  test('counts from the moment at which it is first seen, whatever the wall clock says', () => {
    const { clock, reached, deadlines } = begin();
    clock.wall += THREE_HOURS;
    deadlines.keep([hold], START);
    clock.run(9_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['holdCall']]);
  });

  test('is not later for a wall clock that is set back (case 14)', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold, acw], START);
    clock.run(5_000);
    clock.wall -= THREE_HOURS;
    deadlines.check();
    clock.run(5_000);
    expect(reached).toEqual([['holdCall']]);
    deadlines.keep([acw], clock.wall);
    clock.run(20_000);
    expect(reached).toEqual([['holdCall'], ['acw']]);
  });

  test('moves on as the deadline moves on, whatever becomes of the wall clock (case 14)', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(10_000);
    clock.wall -= THREE_HOURS;
    deadlines.keep([{ ...acw, deadline: acw.deadline + 30_000 }], clock.wall);
    deadlines.keep([{ ...acw, deadline: acw.deadline + 35_000 }], clock.wall);
    clock.run(54_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
    expect(clock.timers.size).toBe(0);
  });

  test('is earlier where the deadline is', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(10_000);
    deadlines.keep([{ ...acw, deadline: acw.deadline - 15_000 }], clock.wall);
    clock.run(4_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
    clock.run(60_000);
    expect(reached).toEqual([['acw']]);
  });

  test('that moves after it was told is told again', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold], START);
    clock.run(10_000);
    deadlines.keep([{ ...hold, deadline: hold.deadline + 5_000 }], clock.wall);
    deadlines.check();
    expect(reached).toEqual([['holdCall']]);
    clock.run(5_000);
    expect(reached).toEqual([['holdCall'], ['holdCall']]);
  });

  test('that is dropped is never told, and leaves no timer', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold, acw], START);
    deadlines.keep([acw], START);
    deadlines.keep([], START);
    expect(clock.timers.size).toBe(0);
    clock.run(60_000);
    deadlines.check();
    expect(reached).toEqual([]);
  });

  test('that comes back after it was dropped is new', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold], START);
    clock.run(9_000);
    deadlines.keep([], clock.wall);
    deadlines.keep([{ ...hold, deadline: clock.wall + 10_000 }], clock.wall);
    clock.run(9_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['holdCall']]);
  });

  test('in the past is told by a timer of 0 ms, never in the midst of keeping', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([{ key: 'acw', deadline: START - 5_000 }], START);
    expect([reached, clock.delays]).toEqual([[], [0]]);
    clock.run(0);
    expect(reached).toEqual([['acw']]);
  });

  test.each([NaN, Infinity])('of %d is told at once, because nothing waits for ever', (deadline) => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([{ key: 'acw', deadline }], START);
    clock.run(0);
    deadlines.keep([{ key: 'acw', deadline }], START);
    clock.run(10);
    expect(reached).toEqual([['acw']]);
  });

  test('that is farther away than timers reach is waited for in steps', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([{ key: 'acw', deadline: START + 3_000_000_000 }], START);
    expect(clock.delays).toEqual([2_147_483_647]);
    clock.run(2_999_999_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
    expect(clock.delays).toEqual([2_147_483_647, 852_516_353]);
  });

  test('keeps its timer while nothing about it changes', () => {
    const { clock, deadlines } = begin();
    deadlines.keep([hold], START);
    clock.run(1_000);
    deadlines.keep([hold], clock.wall);
    deadlines.check();
    expect(clock.delays).toEqual([10_000]);
  });

  test('is not told after dispose(), and no later one is kept', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([hold, acw], START);
    deadlines.dispose();
    deadlines.keep([hold], START);
    expect(clock.timers.size).toBe(0);
    clock.run(60_000);
    deadlines.check();
    expect(reached).toEqual([]);
  });

  test('can be dropped, kept and looked at by the one that is told', () => {
    const clock = new TwoClocks();
    const seen = begin === withBoth ? clock : clock.withoutMonotonic();
    const reached: (readonly string[])[] = [];
    const deadlines: Deadlines = new Deadlines(seen, new RunningTime(seen), (keys) => {
      reached.push(keys);
      deadlines.check();
      deadlines.keep([{ key: 'hangup', deadline: clock.wall + 10 }], clock.wall);
    });
    deadlines.keep([hold], START);
    clock.run(10_015);
    expect(reached).toEqual([['holdCall'], ['hangup']]);
  });

  test('is done with before its listener throws', () => {
    const clock = new TwoClocks();
    const seen = begin === withBoth ? clock : clock.withoutMonotonic();
    const deadlines = new Deadlines(seen, new RunningTime(seen), () => {
      throw new Error('listener');
    });
    deadlines.keep([hold, acw], START);
    expect(() => clock.run(10_000)).toThrow('listener');
    expect(() => clock.run(19_999)).not.toThrow();
    expect(() => clock.run(1)).toThrow('listener');
  });
});

describe.each([
  ['both clocks', withBoth],
  ['now() only', withNowOnly],
])('a paused deadline, with %s,', (_, begin) => {
  test('is not told, and waits with no timer that would find nothing to do', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(29_800);
    deadlines.keep([{ ...acw, paused: true }], clock.wall);
    clock.run(10_000);
    deadlines.check();
    expect(reached).toEqual([]);
    expect(clock.timers.size).toBe(0);
  });

  test('that goes on when it is over is told at once, by a timer of 0 ms', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([{ ...acw, paused: true }], START);
    clock.run(31_000);
    deadlines.keep([acw], clock.wall);
    expect(reached).toEqual([]);
    deadlines.keep([acw], clock.wall);
    expect(clock.delays).toHaveLength(begin === withBoth ? 1 : 2);
    expect(clock.delays.at(-1)).toBe(0);
    clock.run(0);
    deadlines.keep([acw], clock.wall);
    clock.run(60_000);
    expect(reached).toEqual([['acw']]);
  });

  test('that was over while the wall clock was set back is told at once all the same', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(15_000);
    clock.wall -= 1;
    deadlines.keep([{ ...acw, paused: true }], clock.wall);
    clock.run(15_000);
    deadlines.keep([acw], clock.wall);
    clock.run(0);
    expect(reached).toEqual([['acw']]);
  });

  test('that goes on before it is over is told at its time: a pause prolongs nothing', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(5_000);
    deadlines.keep([{ ...acw, paused: true }], clock.wall);
    clock.run(5_000);
    deadlines.keep([acw], clock.wall);
    clock.run(19_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
  });

  test('that moves while it is paused, or with the end of the pause, counts from where it was (case 10)', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(29_800);
    deadlines.keep([{ ...acw, paused: true }], clock.wall);
    clock.run(400);
    deadlines.keep([{ ...acw, deadline: acw.deadline + 30_000 }], clock.wall);
    clock.run(29_799);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
  });

  test('that moves right after the end of its pause counts from where it was', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([{ ...acw, paused: true }], START);
    clock.run(40_000);
    deadlines.keep([acw], clock.wall);
    deadlines.keep([{ ...acw, deadline: acw.deadline + 30_000 }], clock.wall);
    clock.run(19_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['acw']]);
  });

  test('that was told before the pause is told again after it', () => {
    const { clock, reached, deadlines } = begin();
    deadlines.keep([acw], START);
    clock.run(30_000);
    deadlines.keep([{ ...acw, paused: true }], clock.wall);
    clock.run(1_000);
    deadlines.keep([acw], clock.wall);
    clock.run(0);
    expect(reached).toEqual([['acw'], ['acw']]);
  });
});

describe('with both clocks', () => {
  test('there is one timer, for what comes next', () => {
    const { clock, deadlines } = withBoth();
    deadlines.keep([acw, hold], START);
    expect(clock.timers.size).toBe(1);
    expect(clock.delays.at(-1)).toBe(10_000);
    deadlines.keep([acw], START);
    expect(clock.timers.size).toBe(1);
    expect(clock.delays.at(-1)).toBe(30_000);
  });

  test('a timer that comes too early is set again', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep([hold], START);
    clock.run(9_999.5);
    clock.fire(1);
    expect([reached, clock.delays]).toEqual([[], [10_000, 1]]);
    clock.run(1);
    expect(reached).toEqual([['holdCall']]);
  });

  test('what sleep has passed is told on waking, at the first look, in the order of the deadlines', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep([acw, hold, { key: 'later', deadline: START + 90_000 }], START);
    clock.run(1_000);
    clock.sleep(60_000);
    expect(reached).toEqual([]);
    deadlines.check();
    expect(reached).toEqual([['holdCall', 'acw']]);
  });

  test('equal deadlines are told in the order in which they are given', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep(
      [
        { key: 'b', deadline: START + 10 },
        { key: 'a', deadline: START + 10 },
      ],
      START,
    );
    clock.run(10);
    expect(reached).toEqual([['b', 'a']]);
  });

  test('sleep that a look has found shortens the timer, which has stood still', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep([acw], START);
    clock.run(5_000);
    clock.sleep(20_000);
    deadlines.check();
    expect(clock.delays).toEqual([30_000, 5_000]);
    clock.run(5_000);
    expect(reached).toEqual([['acw']]);
  });

  test('sleep stays passed when the wall clock is set back after it', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep([acw], START);
    clock.sleep(20_000);
    deadlines.check();
    clock.wall -= THREE_HOURS;
    clock.run(10_000);
    expect(reached).toEqual([['acw']]);
  });

  test('sleep before a deadline is not counted against it', () => {
    const { clock, reached, deadlines } = withBoth();
    clock.sleep(60_000);
    deadlines.keep([{ key: 'holdCall', deadline: clock.wall + 10_000 }], clock.wall);
    clock.run(9_999);
    expect(reached).toEqual([]);
    clock.run(1);
    expect(reached).toEqual([['holdCall']]);
  });

  test('a timer that is a minute late, as in a hidden tab, is overtaken by any look', () => {
    const { clock, reached, deadlines } = withBoth();
    deadlines.keep([hold], START);
    clock.ticks += 10_000;
    clock.wall += 10_000;
    deadlines.check();
    expect(reached).toEqual([['holdCall']]);
    expect(clock.timers.size).toBe(0);
  });
});

describe('with now() only', () => {
  test('there is a timer for each', () => {
    const { clock, deadlines } = withNowOnly();
    deadlines.keep([acw, hold], START);
    expect(clock.delays).toEqual([30_000, 10_000]);
    expect(clock.timers.size).toBe(2);
  });

  test('a deadline is when its timer fires, whatever now() says', () => {
    const { clock, reached, deadlines } = withNowOnly();
    deadlines.keep([hold, acw], START);
    clock.wall += 60_000;
    deadlines.check();
    expect(reached).toEqual([]);
    clock.wall -= THREE_HOURS;
    clock.fire(2);
    expect(reached).toEqual([['acw']]);
    clock.fire(1);
    expect(reached).toEqual([['acw'], ['holdCall']]);
  });
});

test("XState's SimulatedClock fits", () => {
  const clock = new SimulatedClock();
  const { reached, deadlines } = deadlinesOn(new TwoClocks(), clock);
  deadlines.keep(
    [
      { key: 'acw', deadline: 30_000 },
      { key: 'holdCall', deadline: 10_000 },
    ],
    0,
  );
  clock.increment(9_999);
  expect(reached).toEqual([]);
  clock.increment(60_000);
  expect(reached).toEqual([['holdCall'], ['acw']]);
});

describe('whatever is done to the wall clock', () => {
  const step = fc.record({
    what: fc.constantFrom('run', 'sleep', 'set back', 'set ahead', 'look', 'pause', 'go on'),
    ms: fc.integer({ min: 1, max: 20_000 }),
  });
  type Step = { readonly what: string; readonly ms: number };

  /** Ms, sleep included, after which a deadline of 30 s was told; null: not even when the page had run for 30 s. */
  function toldAfter(begin: typeof withBoth, steps: readonly Step[]): number | null {
    const { clock, reached, deadlines } = begin();
    const { ticks } = clock;
    let ahead = 0;
    deadlines.keep([acw], START);
    for (const { what, ms } of steps) {
      if (what === 'run') clock.run(ms);
      if (what === 'set back') clock.wall -= ms;
      if (what === 'look') deadlines.check();
      if (what === 'pause' || what === 'go on') deadlines.keep([{ ...acw, paused: what === 'pause' }], clock.wall);
      if (what === 'sleep' || what === 'set ahead') {
        clock.sleep(ms);
        ahead += ms;
      }
      if (reached.length > 0) return clock.ticks - ticks + ahead;
    }
    deadlines.keep([acw], clock.wall);
    clock.run(Math.max(0, 30_000 - (clock.ticks - ticks)));
    return reached.length === 0 ? null : clock.ticks - ticks + ahead;
  }

  test.each([
    ['both clocks', withBoth],
    ['now() only', withNowOnly],
  ])('after-call work of 30 s is over when the page has run for 30 s and is not paused, and never too early, with %s', (_, begin) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        expect(toldAfter(begin, steps) ?? 0).toBeGreaterThanOrEqual(30_000);
      }),
      { numRuns: 1000 },
    );
  });
});
