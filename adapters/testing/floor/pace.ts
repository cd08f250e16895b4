/** How the steps follow each other. */
export class Pace {
  #left = 0;
  #ms = 0;

  /** The next steps follow before what the ones before have started has come to its end; `ms` apart. */
  hurry(steps: number, ms: number): void {
    this.#left = Math.max(this.#left, steps);
    this.#ms = ms;
  }

  /** Called once for each step: how long until the next one; null: until everything has come to rest. */
  next(): number | null {
    if (this.#left === 0) return null;
    this.#left -= 1;
    return this.#ms;
  }

  /** Everything comes to rest now, whatever was said about the next steps. */
  calm(): void {
    this.#left = 0;
  }
}
