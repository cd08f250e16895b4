import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptTime } from './script-time.js';

/** Longest real wait for one stretch of simulated time. */
const LONGEST_WAIT = 2000;

/** The time of a day in the terminal: with a pace, not at once. */
export class SimulatedTime extends ScriptTime {
  readonly #pace: number | null;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param pace how many times as fast as real time; null: without waiting
   * @param signal ends whatever is waited for
   */
  constructor(start: number, pace: number | null, signal?: AbortSignal) {
    super(start);
    this.#pace = pace;
    this.#signal = signal;
  }

  protected override async settled(): Promise<void> {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    this.#signal?.throwIfAborted();
  }

  protected override waitsForOneStretch(): (step: number) => Promise<void> {
    const pace = this.#pace;
    let left = pace === null ? 0 : LONGEST_WAIT;
    return async (step) => {
      const pause = Math.min(left, step / (pace ?? 1));
      left -= pause;
      if (pause > 0) await sleep(pause, undefined, { signal: this.#signal });
    };
  }
}
