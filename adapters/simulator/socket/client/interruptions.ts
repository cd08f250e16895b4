/** Those who want to know that the link is down. */
export class Interruptions {
  readonly #listeners = new Set<() => void>();
  readonly #onError: (error: unknown) => void;

  /** `onError` gets what a listener throws; the others are called all the same. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Calls `listener` at each interruption; returns how to stop it. */
  add(listener: () => void): () => void {
    // The same function may be given twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
