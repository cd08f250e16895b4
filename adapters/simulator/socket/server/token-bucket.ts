/** Bounds how often something may happen: so many at once, and so many per second in the long run. */
export class TokenBucket {
  readonly #size: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** `now` is in ms. */
  constructor(size: number, perSecond: number, now: () => number) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#tokens = size;
    this.#filledAt = now();
  }

  /** Whether it may happen once more; if so, it counts as having happened. */
  take(): boolean {
    const now = this.#now();
    const gained = (Math.max(0, now - this.#filledAt) / 1000) * this.#perSecond;
    this.#filledAt = now;
    this.#tokens = Math.min(this.#size, this.#tokens + gained);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
