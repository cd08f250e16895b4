/** The arrivals at a page: at once, or in the same order when it opens again. */
export class Inbox {
  /** The arrivals while it was shut; everything that one arrival leads to together. Null: it is open. */
  #held: (() => void)[][] | null = null;

  /** Something arrives. */
  arrives(run: () => void): void {
    if (this.#held === null) run();
    else this.#held.push([run]);
  }

  /** A consequence of the last arrival. */
  leadsTo(run: () => void): void {
    if (this.#held === null) run();
    else if (this.#held.length === 0) this.#held.push([run]);
    else this.#held.at(-1)?.push(run);
  }

  shuts(): void {
    this.#held ??= [];
  }

  /** @param turn is waited for between one arrival and the next @returns what was thrown */
  async opens(turn: () => Promise<void>): Promise<readonly unknown[]> {
    const held = this.#held ?? [];
    this.#held = null;
    const thrown: unknown[] = [];
    for (const arrival of held) {
      for (const run of arrival) {
        try {
          run();
        } catch (error) {
          thrown.push(error);
        }
      }
      await turn();
    }
    return thrown;
  }
}
