import type { AgentClock } from '../clock.js';

/** Wall time that is further ahead of monotonic time than this (ms) is sleep; clocks that drift are never. */
const DRIFT = 1_000;

interface Passed {
  /** Ms that have passed, sleep included. */
  readonly ms: number;
  /** Ms of it that were sleep. */
  readonly slept: number;
}

const NO_TIME: Passed = { ms: 0, slept: 0 };

/**
 * Time between two looks, by how far each clock has gone on (ms); NaN is a
 * clock that cannot be read. A step back of either counts as nothing.
 */
function passedBetween(byWall: number, byTicks: number): Passed {
  if (Number.isNaN(byTicks)) return byWall > 0 ? { ms: byWall, slept: 0 } : NO_TIME;
  const awake = Math.max(0, byTicks);
  const ahead = byWall - awake;
  return ahead > DRIFT ? { ms: byWall, slept: ahead } : { ms: awake, slept: 0 };
}

/** The number that a clock has said; NaN stands for everything that is no moment. */
function reading(value: number | undefined): number {
  return Number.isFinite(value) ? Number(value) : NaN;
}

/**
 * The page's own time: ms since it was made, sleep included. Deadlines and
 * stretches of time are measured by it, because it never goes back, and setting
 * the wall clock back neither stops it nor takes known sleep away.
 *
 * Without `monotonic`, `now()` stands in. A clock that cannot be read for a
 * while is assumed to keep up with the other one.
 */
export class RunningTime {
  readonly #clock: AgentClock;
  #wall: number;
  #ticks: number;
  #passed = 0;
  #slept = 0;

  constructor(clock: AgentClock) {
    this.#clock = clock;
    this.#wall = reading(clock.now());
    this.#ticks = reading(clock.monotonic?.());
  }

  /** Looks at both clocks; ms since the beginning, never less than before. */
  look(): number {
    const wall = reading(this.#clock.now());
    const ticks = reading(this.#clock.monotonic?.());
    const { ms, slept } = passedBetween(wall - this.#wall, ticks - this.#ticks);
    this.#wall = Number.isNaN(wall) ? this.#wall + ms : wall;
    this.#ticks = Number.isNaN(ticks) ? this.#ticks + ms : ticks;
    this.#passed += ms;
    this.#slept += slept;
    return this.#passed;
  }

  /** Ms of sleep that the looks have found in all. Timers may have stood still meanwhile. */
  get slept(): number {
    return this.#slept;
  }
}
