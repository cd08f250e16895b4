import type { AgentClock } from '../../sobot/index.js';

/** Wall time that is ahead of monotonic time by more than this between two looks is sleep, in ms (contract, section 5). */
const DRIFT = 1000;

/** Ms since the page has begun. */
export interface Moment {
  /** Sleep included. */
  readonly running: number;
  /** Without sleep. */
  readonly awake: number;
  /** Sleep that is known only now. */
  readonly slept: number;
}

/**
 * How long the page has been running, by what a page can read: sleep included, and whatever the wall clock is set to. A
 * clock without `monotonic` stands for itself; a step back of it is no time.
 */
export class PageTime {
  #wall: number;
  #ticks: number;
  #last: Moment = { running: 0, awake: 0, slept: 0 };

  constructor(private readonly clock: Pick<AgentClock, 'now' | 'monotonic'>) {
    this.#wall = clock.now();
    this.#ticks = clock.monotonic?.() ?? this.#wall;
  }

  /** The page looks at both clocks: now it knows of sleep. */
  look(): Moment {
    const wall = this.clock.now();
    const ticks = this.clock.monotonic?.() ?? wall;
    const gain = wall - this.#wall - this.#awakeUntil(ticks);
    const slept = gain > DRIFT ? gain : 0;
    const { running, awake } = this.now;
    this.#wall = wall;
    this.#ticks = ticks;
    this.#last = { running: running + slept, awake, slept };
    return this.#last;
  }

  /** Where the page has not looked again since. */
  get now(): Moment {
    const passed = this.#awakeUntil(this.clock.monotonic?.() ?? this.clock.now());
    return { running: this.#last.running + passed, awake: this.#last.awake + passed, slept: 0 };
  }

  #awakeUntil(ticks: number): number {
    return Math.max(0, ticks - this.#ticks);
  }
}
