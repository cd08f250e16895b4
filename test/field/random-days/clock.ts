import type { AgentClock } from '../../../adapters/sobot/index.js';

/** Epoch ms at which every day begins. */
export const DAWN = 1_700_000_000_000;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** The one time of a day: the page's timers run by it, and so does everything that is on its way. */
export class DayClock implements AgentClock {
  readonly #due = new Map<number, Due>();
  #lastHandle = 0;
  /** Ms since the day began. */
  time = 0;

  readonly now = (): number => DAWN + this.time;
  readonly monotonic = (): number => this.time;

  setTimeout(run: () => void, ms: number): number {
    return this.at(this.time + Math.max(0, ms), run);
  }

  clearTimeout(handle: number): void {
    this.#due.delete(handle);
  }

  /** Something happens at that time of the day; of two at one time, the one that was put down first. */
  at(time: number, run: () => void): number {
    this.#lastHandle += 1;
    this.#due.set(this.#lastHandle, { at: time, run });
    return this.#lastHandle;
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (let next = this.#nextUntil(end); next !== null; next = this.#nextUntil(end)) {
      const [handle, { at, run }] = next;
      this.#due.delete(handle);
      this.time = Math.max(this.time, at);
      run();
      await promisesSettled();
    }
    this.time = end;
  }

  #nextUntil(end: number): readonly [number, Due] | null {
    let next: readonly [number, Due] | null = null;
    for (const each of this.#due) {
      if (each[1].at <= end && (next === null || each[1].at < next[1].at)) next = each;
    }
    return next;
  }
}

/** A promise that is settled is told so a few turns of the microtask queue later. */
async function promisesSettled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
}
