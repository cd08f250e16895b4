/** Throws outside of the current call: one faulty listener must not stop the others. */
export function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Gets values, such as RxJS and XState have it. */
export interface Observer<T> {
  next(value: T): void;
  /** Called once, when no value can come any more. Default: nothing. */
  complete?(): void;
}

/** Gets values: a function, or an observer. */
export type Listener<T> = ((value: T) => void) | Observer<T>;

/**
 * The function that tells what was given; an observer is called as a method of its own.
 *
 * @throws TypeError if it is neither a function nor an observer.
 */
export function listenerOf<T>(given: Listener<T>): (value: T) => void {
  if (typeof given === 'function') return given;
  if (typeof (given as Partial<Observer<T>> | null | undefined)?.next !== 'function') {
    throw new TypeError('switchhook: a listener must be a function, or an observer: an object with a method next');
  }
  return (value) => {
    given.next(value);
  };
}

const NOTHING = () => undefined;

/** The function that tells an observer that no value comes any more. */
function completionOf<T>(given: Listener<T>): () => void {
  return typeof given === 'function' ? NOTHING : () => given.complete?.();
}

/** Calls a listener; its exception is thrown outside of the current call. */
function callSafely<T>(call: (value: T) => void, value: T): void {
  try {
    call(value);
  } catch (error) {
    rethrowLater(error);
  }
}

/**
 * Tells listeners every value, once and in order, also where a listener causes
 * the next value while it is being told the present one.
 */
export class Notifier<T> {
  readonly #listeners = new Set<{ readonly listen: (value: T) => void; readonly complete: () => void }>();
  readonly #waiting: T[] = [];
  #isTelling = false;
  #isComplete = false;

  /**
   * Listens until the returned function is called; an observer that comes when all is over is told so at once.
   *
   * @throws TypeError if `listener` is neither a function nor an observer.
   */
  subscribe(listener: Listener<T>): () => void {
    const entry = { listen: listenerOf(listener), complete: completionOf(listener) };
    if (this.#isComplete) {
      callSafely(entry.complete, undefined);
      return NOTHING;
    }
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
          if (this.#listeners.has(entry)) callSafely(entry.listen, next);
        }
      }
    } finally {
      this.#isTelling = false;
    }
  }

  /** No value comes any more: waiting values are dropped, and observers are told so, once. */
  complete(): void {
    const listeners = [...this.#listeners];
    this.#isComplete = true;
    this.#listeners.clear();
    this.#waiting.length = 0;
    for (const { complete } of listeners) callSafely(complete, undefined);
  }
}
