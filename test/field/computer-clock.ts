import type { AgentClock } from '../../adapters/sobot/index.js';
import { turns } from '../support/bench/endings.js';

/** Epoch ms at which every day begins. */
export const DAWN = 1_700_000_000_000;

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * The clock of a computer: it can be set, and the computer can sleep. Timers run by monotonic time, each at the very
 * ms at which it is due.
 */
export class ComputerClock implements AgentClock {
  readonly #timers = new Map<number, Timer>();
  #lastHandle = 0;
  #monotonic = 0;
  /** The time of the day less monotonic time: when the clock was made, and all sleep since. */
  #begun: number;
  /** By how much the clock is ahead of the right time. */
  #ahead = 0;

  /** `at`: ms since the day began. */
  constructor(at: number) {
    this.#begun = at;
  }

  /** Ms since the day began, by the right time. */
  get at(): number {
    return this.#begun + this.#monotonic;
  }

  readonly now = (): number => DAWN + this.#begun + this.#monotonic + this.#ahead;
  readonly monotonic = (): number => this.#monotonic;

  setTimeout(run: () => void, ms: number): number {
    this.#lastHandle += 1;
    this.#timers.set(this.#lastHandle, { due: this.#monotonic + Math.max(0, ms), run });
    return this.#lastHandle;
  }

  clearTimeout(handle: number): void {
    this.#timers.delete(handle);
  }

  set(by: number): void {
    this.#ahead += by;
  }

  sleep(ms: number): void {
    this.#begun += ms;
  }

  /** Lets time pass until then: ms since the day began. */
  async passTo(at: number): Promise<void> {
    const end = at - this.#begun;
    if (end < this.#monotonic) throw new Error(`a day does not go back to ${at}`);
    for (let next = this.#nextUntil(end); next !== null; next = this.#nextUntil(end)) {
      const [handle, { due, run }] = next;
      this.#timers.delete(handle);
      this.#monotonic = Math.max(this.#monotonic, due);
      run();
      await turns();
    }
    this.#monotonic = end;
  }

  #nextUntil(end: number): readonly [number, Timer] | null {
    const due = [...this.#timers].filter(([, timer]) => timer.due <= end);
    return due.sort(([, one], [, other]) => one.due - other.due)[0] ?? null;
  }
}
