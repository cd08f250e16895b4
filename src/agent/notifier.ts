/** Throws outside of the current call: one faulty listener must not stop the others. */
export function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Gets values: a function, or an observer such as RxJS and XState have. */
export type Listener<T> = ((value: T) => void) | { next(value: T): void };

/**
 * The function that tells what was given; an observer is called as a method of its own.
 *
 * @throws TypeError if it is neither a function nor an observer.
 */
export function listenerOf<T>(given: Listener<T>): (value: T) => void {
  if (typeof given === 'function') return given;
  if (typeof (given as Partial<typeof given> | null | undefined)?.next !== 'function') {
    throw new TypeError('switchhook: a listener must be a function, or an observer: an object with a method next');
  }
  return (value) => {
    given.next(value);
  };
}

/**
 * Tells listeners every value, once and in order, also where a listener causes
 * the next value while it is being told the present one.
 */
export class Notifier<T> {
  readonly #listeners = new Set<{ readonly listen: (value: T) => void }>();
  readonly #waiting: T[] = [];
  #isTelling = false;

  /**
   * Listens until the returned function is called.
   *
   * @throws TypeError if `listener` is neither a function nor an observer.
   */
  subscribe(listener: Listener<T>): () => void {
    const entry = { listen: listenerOf(listener) };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Whether anybody listens. */
  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  tell(value: T): void {
    this.add(value);
    this.tellWaiting();
  }

  /** Takes a value that is to be told with the next `tellWaiting`. */
  add(value: T): void {
    this.#waiting.push(value);
  }

  tellWaiting(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        for (const entry of [...this.#listeners]) {
          if (this.#listeners.has(entry)) this.#tellOne(entry.listen, next);
        }
      }
    } finally {
      this.#isTelling = false;
    }
  }

  clear(): void {
    this.#listeners.clear();
    this.#waiting.length = 0;
  }

  #tellOne(listen: (value: T) => void, value: T): void {
    try {
      listen(value);
    } catch (error) {
      rethrowLater(error);
    }
  }
}
