import type { Clock } from '../../exchange/index.js';

/** A clock whose timers go all together: none of them keeps a process alive once its owner is closed. */
export class OwnTimers implements Clock {
  readonly #clock: Clock;
  readonly #handles = new Set<unknown>();
  #isClosed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  /** After `close` nothing comes due any more. */
  setTimeout(callback: () => void, ms: number): unknown {
    if (this.#isClosed) return undefined;
    const handle = this.#clock.setTimeout(() => {
      this.#handles.delete(handle);
      callback();
    }, ms);
    this.#handles.add(handle);
    return handle;
  }

  clearTimeout(handle: unknown): void {
    if (this.#handles.delete(handle)) this.#clock.clearTimeout(handle);
  }

  close(): void {
    this.#isClosed = true;
    for (const handle of [...this.#handles]) this.clearTimeout(handle);
  }
}
