import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import { SeenDeadlines } from '../../adapters/testing/history/deadlines.js';
import { benchAt } from '../support/bench/index.js';

const IDLE = benchAt('idle').state();
const BEGUN = IDLE.since;

/** The clock of a computer, which can be set and can sleep. */
class Computer {
  wall = BEGUN;
  ticks = 0;
  readonly now = (): number => this.wall;
  readonly monotonic = (): number => this.ticks;

  passes(ms: number): void {
    this.wall += ms;
    this.ticks += ms;
  }

  sleeps(ms: number): void {
    this.wall += ms;
  }

  isSet(by: number): void {
    this.wall += by;
  }
}

const held = (deadline: number): AgentState => ({ ...IDLE, pending: [{ command: 'holdCall', since: BEGUN, deadline }] });
const wrappingUp = (deadline: number, ...commands: readonly 'delayACW'[]): AgentState => ({
  ...IDLE,
  acw: { since: BEGUN, deadline },
  pending: commands.map((command) => ({ command, since: BEGUN, deadline: BEGUN + 90_000 })),
});

interface Watched {
  readonly computer: Computer;
  /** Something reaches the page. */
  readonly arrives: () => readonly object[];
  readonly sees: (now?: AgentState) => readonly object[];
}

function watched(state: AgentState): Watched {
  const computer = new Computer();
  const deadlines = new SeenDeadlines(computer);
  let told = state;
  deadlines.told(state);
  return {
    computer,
    arrives: () => deadlines.arrives(),
    sees(now = told) {
      if (now !== told) deadlines.told(now);
      told = now;
      return deadlines.look();
    },
  };
}

describe('what a page waits for', () => {
  test('is over when its time has passed, and not before', () => {
    const { computer, sees } = watched(held(BEGUN + 10_000));
    computer.passes(9_999);
    expect(sees()).toEqual([]);
    computer.passes(1);
    expect(sees()).toEqual([{ what: 'holdCall', ms: 0, awakeFor: 0 }]);
    computer.passes(2_000);
    expect(sees()).toEqual([{ what: 'holdCall', ms: 2_000, awakeFor: 2_000 }]);
  });

  test('is over in time although the clock is set back', () => {
    const { computer, sees } = watched(held(BEGUN + 10_000));
    computer.passes(5_000);
    computer.isSet(-3 * 3_600_000);
    expect(sees()).toEqual([]);
    computer.passes(5_000);
    expect(sees()).toEqual([{ what: 'holdCall', ms: 0, awakeFor: 0 }]);
  });

  test('is over after a sleep, once something reaches the page', () => {
    const { computer, arrives, sees } = watched(wrappingUp(BEGUN + 30_000));
    computer.passes(1_000);
    computer.sleeps(3_600_000);
    expect(sees()).toEqual([]);
    expect(arrives()).toEqual([{ what: 'after-call work', ms: 3_571_000, awakeFor: 0 }]);
    computer.passes(1_500);
    expect(sees()).toEqual([{ what: 'after-call work', ms: 3_572_500, awakeFor: 1_500 }]);
  });

  test('is over after a sleep, when its timer is due', () => {
    const { computer, sees } = watched(wrappingUp(BEGUN + 30_000));
    computer.passes(1_000);
    computer.sleeps(3_600_000);
    computer.passes(28_999);
    expect(sees()).toEqual([]);
    computer.passes(1_001);
    expect(sees()).toEqual([{ what: 'after-call work', ms: 1_000, awakeFor: 1_000 }]);
  });

  test('is not over because a clock was set forward and back before the page has looked', () => {
    const { computer, arrives } = watched(held(BEGUN + 10_000));
    computer.isSet(3_600_000);
    computer.isSet(-3_600_000);
    expect(arrives()).toEqual([]);
  });

  test('is not over because the clock is a little ahead', () => {
    const { computer, arrives } = watched(held(BEGUN + 1_000));
    computer.isSet(1_000);
    expect(arrives()).toEqual([]);
  });

  test('is over later by as much as it is moved', () => {
    const { computer, sees } = watched(wrappingUp(BEGUN + 30_000));
    computer.passes(20_000);
    expect(sees(wrappingUp(BEGUN + 60_000))).toEqual([]);
    computer.passes(39_999);
    expect(sees(wrappingUp(BEGUN + 60_000))).toEqual([]);
    computer.passes(1);
    expect(sees(wrappingUp(BEGUN + 60_000))).toHaveLength(1);
  });

  test('waits while more after-call work is asked for', () => {
    const { computer, sees } = watched(wrappingUp(BEGUN + 30_000, 'delayACW'));
    computer.passes(40_000);
    expect(sees()).toEqual([]);
  });

  test('is nothing any more when it has ended', () => {
    const { computer, sees } = watched(held(BEGUN + 1_000));
    computer.passes(5_000);
    expect(sees(IDLE)).toEqual([]);
  });
});
