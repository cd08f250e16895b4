import type { DayClock } from './clock.js';

/** What has happened on a day, line by line: who said what and when, when it arrived, and what the page showed then. */
export class Journal {
  readonly #clock: DayClock;
  readonly #lines: string[] = [];

  constructor(clock: DayClock) {
    this.#clock = clock;
  }

  write(line: string): void {
    this.#lines.push(`${(this.#clock.time / 1000).toFixed(3).padStart(8)}  ${line}`);
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
