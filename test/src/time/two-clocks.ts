import type { AgentClock } from '../../../src/agent/clock.js';

/** Where the wall clock stands when a test begins. */
export const START = 1_700_000_000_000;

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A computer whose wall clock can be set apart from the time that it runs, and which can sleep. */
export class TwoClocks implements AgentClock {
  wall = START;
  ticks = 5_000;
  /** The delays asked for, in order. */
  readonly delays: number[] = [];
  readonly timers = new Map<number, Timer>();

  now(): number {
    return this.wall;
  }

  monotonic(): number {
    return this.ticks;
  }

  setTimeout(run: () => void, ms: number): number {
    this.delays.push(ms);
    this.timers.set(this.delays.length, { at: this.ticks + ms, run });
    return this.delays.length;
  }

  clearTimeout(handle: number): void {
    this.timers.delete(handle);
  }

  /** The same computer without a monotonic clock, as XState's `SimulatedClock` is. */
  withoutMonotonic(): AgentClock {
    return {
      now: () => this.now(),
      setTimeout: (run, ms) => this.setTimeout(run, ms),
      clearTimeout: (handle: number) => this.clearTimeout(handle),
    };
  }

  /** The computer is awake for so long; timers run at their moments. */
  run(ms: number): void {
    const end = this.ticks + ms;
    for (;;) {
      const [next] = [...this.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      this.#pass(Math.max(0, next[1].at - this.ticks));
      this.fire(next[0]);
    }
    this.#pass(end - this.ticks);
  }

  /** The computer sleeps: the wall clock runs on, monotonic time and timers stand still. */
  sleep(ms: number): void {
    this.wall += ms;
  }

  /** Runs this timer now, however early. */
  fire(handle: number): void {
    const timer = this.timers.get(handle);
    this.timers.delete(handle);
    timer?.run();
  }

  #pass(ms: number): void {
    this.ticks += ms;
    this.wall += ms;
  }
}
