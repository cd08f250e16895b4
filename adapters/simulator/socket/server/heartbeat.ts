import type { Clock } from '../../../exchange/index.js';

/** Intervals without a sign of life after which a connection counts as dead. */
const PATIENCE = 2;

/** Asks the other side for a sign of life again and again, and notices when none comes. */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #ask: () => void;
  readonly #dead: () => void;
  #unanswered = 0;
  #timer: unknown;

  /** Starts at once; `dead` is called at most once. */
  constructor(clock: Clock, seconds: number, ask: () => void, dead: () => void) {
    this.#clock = clock;
    this.#ms = seconds * 1000;
    this.#ask = ask;
    this.#dead = dead;
    this.#wait();
  }

  /** The other side has said something, whatever it was. */
  heard(): void {
    this.#unanswered = 0;
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = this.#clock.setTimeout(() => {
      if (this.#unanswered >= PATIENCE) {
        this.#dead();
        return;
      }
      this.#unanswered += 1;
      this.#wait();
      this.#ask();
    }, this.#ms);
  }
}
