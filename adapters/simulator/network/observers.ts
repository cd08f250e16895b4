import type { FloorEvent } from './floor-event.js';

/** Those who watch the floor, and what they and other handlers throw. */
export class Observers {
  readonly #observers = new Set<(event: FloorEvent) => void>();
  readonly #problems: unknown[] = [];

  /** Returns how to stop it. */
  add(observer: (event: FloorEvent) => void): () => void {
    this.#observers.add(observer);
    return () => {
      this.#observers.delete(observer);
    };
  }

  tell(event: FloorEvent): void {
    for (const observer of [...this.#observers]) {
      this.runSafely(() => {
        observer(event);
      });
    }
  }

  /** A thrown value is kept: neither the centre nor other handlers suffer from it. */
  runSafely(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#problems.push(error);
    }
  }

  /** Throws what was kept since the last time, if anything. */
  throwProblems(): void {
    const [first, ...others] = this.#problems.splice(0);
    if (others.length > 0) throw new AggregateError([first, ...others], 'Several handlers have thrown.');
    // A single thrown value is passed on unchanged, of whatever type it is.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
    if (first !== undefined) throw first;
  }

  clear(): void {
    this.#observers.clear();
  }
}
