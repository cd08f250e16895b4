import type { AgentClock } from '../clock.js';

/** The longest delay that timers take (2^31 - 1 ms); a longer one fires at once. */
const LONGEST_DELAY = 2_147_483_647;

/** One timer, of any length; setting it anew replaces the old one. */
export class LongTimer {
  readonly #clock: AgentClock;
  readonly #run: () => void;
  #handle: unknown = null;
  #isRunning = false;

  constructor(clock: AgentClock, run: () => void) {
    this.#clock = clock;
    this.#run = run;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Runs in so many ms, at once if that is less than 0; whole ms, so that the timer never comes too early. */
  set(ms: number): void {
    this.clear();
    this.#isRunning = true;
    this.#wait(Math.ceil(Math.max(0, ms)));
  }

  clear(): void {
    if (this.#isRunning) this.#clock.clearTimeout(this.#handle);
    this.#isRunning = false;
  }

  #wait(ms: number): void {
    const delay = Math.min(ms, LONGEST_DELAY);
    this.#handle = this.#clock.setTimeout(() => {
      if (ms > delay) {
        this.#wait(ms - delay);
        return;
      }
      this.#isRunning = false;
      this.#run();
    }, delay);
  }
}
