import type { AgentClock } from '../../sobot/index.js';

/** Wall time that is ahead of monotonic time by more than this between two looks is sleep, in ms (contract, section 5). */
const DRIFT = 1000;

/**
 * How long the page has been running, by what a page can read: sleep included, and whatever the wall clock is set to. A
 * clock without `monotonic` stands for itself; a step back of it is no time.
 */
export class PageTime {
  #wall: number;
  #ticks: number;
  /** Ms, sleep included. */
  running = 0;
  /** Ms, without sleep. */
  awake = 0;

  constructor(private readonly clock: Pick<AgentClock, 'now' | 'monotonic'>) {
    this.#wall = clock.now();
    this.#ticks = clock.monotonic?.() ?? this.#wall;
  }

  look(): void {
    const wall = this.clock.now();
    const ticks = this.clock.monotonic?.() ?? wall;
    const byWall = wall - this.#wall;
    const byTicks = Math.max(0, ticks - this.#ticks);
    this.#wall = wall;
    this.#ticks = ticks;
    this.awake += byTicks;
    this.running += byWall - byTicks > DRIFT ? byWall : byTicks;
  }
}
