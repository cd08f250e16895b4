import { SimulatedClock } from 'xstate';
import type { Steppable } from '../../adapters/simulator/index.js';
import type { Time } from './time.js';

/** Longest step: the agents' own deadlines are unknown to the call centre. */
const STEP = 1000;
/** Longest real wait for one stretch of simulated time. */
const LONGEST_WAIT = 2000;

/** Everything that a step has set off has happened, promises included. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A clock that goes from one thing that happens to the next; with a pace, not at once. */
export class SimulatedTime implements Time {
  readonly clock = new SimulatedClock();
  readonly #pace: number | null;
  /** What happens by itself on this clock. */
  centre: Steppable | null = null;
  /** Called when all of a step has happened. */
  onStep: () => void = () => undefined;

  constructor(start: number, pace: number | null) {
    this.clock.set(start);
    this.#pace = pace;
  }

  now(): number {
    return this.clock.now();
  }

  async pass(ms: number): Promise<void> {
    await this.until(() => false, ms);
  }

  async until(isSo: () => boolean, patience: number): Promise<boolean> {
    const end = this.now() + patience;
    let wait = this.#pace === null ? 0 : LONGEST_WAIT;
    for (;;) {
      await settled();
      this.onStep();
      if (isSo()) return true;
      if (this.now() >= end) return false;
      const step = this.#nextStep(end);
      const pause = Math.min(wait, step / (this.#pace ?? 1));
      wait -= pause;
      if (pause > 0) await sleep(pause);
      this.clock.increment(step);
    }
  }

  #nextStep(end: number): number {
    const now = this.now();
    const next = this.centre?.nextDeadline() ?? end;
    return Math.max(0, Math.min(next, end, now + STEP) - now);
  }
}
