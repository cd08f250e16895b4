import type { AgentClock } from './clock.js';

/** The longest delay that timers take (2^31 - 1 ms); a longer one fires at once. */
const LONGEST_DELAY = 2_147_483_647;

/** One timer, armed for an epoch time; arming it anew replaces the old one. */
export class Alarm {
  readonly #clock: AgentClock;
  readonly #ring: () => void;
  #at: number | null = null;
  #handle: unknown = null;

  constructor(clock: AgentClock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Arms the alarm for this epoch ms; null disarms it. */
  arm(at: number | null): void {
    if (at === this.#at) return;
    this.#disarm();
    this.#at = at;
    if (at !== null) this.#wait(at);
  }

  #wait(at: number): void {
    const delay = Math.min(Math.max(0, at - this.#clock.now()), LONGEST_DELAY);
    this.#handle = this.#clock.setTimeout(() => {
      this.#handle = null;
      if (this.#clock.now() < at) {
        this.#wait(at);
        return;
      }
      this.#at = null;
      this.#ring();
    }, delay);
  }

  #disarm(): void {
    if (this.#handle !== null) this.#clock.clearTimeout(this.#handle);
    this.#handle = null;
  }
}
