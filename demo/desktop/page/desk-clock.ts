import type { AgentClock } from '../../../adapters/sobot/index.js';

/** The clock of the computer at the desk, which can be set wrong. */
export class DeskClock implements AgentClock {
  #ahead = 0;

  readonly now = (): number => Date.now() + this.#ahead;
  readonly monotonic = (): number => performance.now();

  /** By how much it is ahead, in ms. */
  get ahead(): number {
    return this.#ahead;
  }

  set(ahead: number): void {
    this.#ahead = ahead;
  }

  setTimeout(run: () => void, ms: number): number {
    return window.setTimeout(run, ms);
  }

  clearTimeout(handle: number): void {
    window.clearTimeout(handle);
  }
}
