export type Handler = (message: never) => void;

interface Subscription {
  readonly handler: Handler;
  /** Taken off, perhaps while the event is being told. */
  isOver: boolean;
}

/** The handlers of each event. The same one may be there several times. */
export class Handlers {
  readonly #byName = new Map<string, readonly Subscription[]>();
  readonly #rethrow: (error: unknown) => void;

  /** `rethrow` gets what a handler throws; the other handlers are called all the same. */
  constructor(rethrow: (error: unknown) => void) {
    this.#rethrow = rethrow;
  }

  add(eventName: string, handler: Handler): void {
    const subscription = { handler, isOver: false };
    this.#byName.set(eventName, [...(this.#byName.get(eventName) ?? []), subscription]);
  }

  /** Takes away one subscription of the handler; without a handler, all of the event. */
  remove(eventName: string, handler?: Handler): void {
    const all = this.#byName.get(eventName) ?? [];
    const going = handler === undefined ? all : all.filter((one) => one.handler === handler).slice(-1);
    for (const one of going) one.isOver = true;
    this.#byName.set(
      eventName,
      all.filter((one) => !one.isOver),
    );
  }

  dispatch(eventName: string, message: unknown): void {
    for (const one of this.#byName.get(eventName) ?? []) {
      if (one.isOver) continue;
      try {
        (one.handler as (message: unknown) => void)(message);
      } catch (error) {
        this.#rethrow(error);
      }
    }
  }

  clear(): void {
    for (const eventName of this.#byName.keys()) this.remove(eventName);
  }
}
