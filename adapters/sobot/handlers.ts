/** A handler of events. */
export type Handler = (message: never) => void;

type Call = (message: unknown) => void;

/** Who listens to which event. The same handler may be there several times. */
export class Handlers {
  readonly #byName = new Map<string, readonly Call[]>();
  readonly #rethrow: (error: unknown) => void;

  /** `rethrow` gets what a handler throws; the other handlers are called all the same. */
  constructor(rethrow: (error: unknown) => void) {
    this.#rethrow = rethrow;
  }

  add(eventName: string, handler: Handler): void {
    this.#byName.set(eventName, [...(this.#byName.get(eventName) ?? []), handler as Call]);
  }

  /** Takes away one subscription of the handler; without a handler, all of the event. */
  remove(eventName: string, handler?: Handler): void {
    const handlers = this.#byName.get(eventName);
    if (handlers === undefined) return;
    const index = handler === undefined ? -1 : handlers.lastIndexOf(handler as Call);
    if (handler !== undefined && index < 0) return;
    const left = handler === undefined ? [] : handlers.filter((_, position) => position !== index);
    if (left.length === 0) this.#byName.delete(eventName);
    else this.#byName.set(eventName, left);
  }

  dispatch(eventName: string, message: unknown): void {
    for (const handle of this.#byName.get(eventName) ?? []) {
      try {
        handle(message);
      } catch (error) {
        this.#rethrow(error);
      }
    }
  }

  clear(): void {
    this.#byName.clear();
  }
}
