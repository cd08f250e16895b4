import type { MessageHandler } from '../../network/sdk.js';

/** Gets every message. */
const ALL = 'EventAgentAll';

/** The handlers of each event of a page. */
export class Subscriptions {
  readonly #byName = new Map<string, readonly MessageHandler[]>();
  readonly #onError: (error: unknown) => void;

  /** `onError` gets what a handler throws; the others are called all the same. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  add(eventName: string, handler: MessageHandler): void {
    this.#byName.set(eventName, [...this.#of(eventName), handler]);
  }

  /** Without a handler: all of the event go. */
  remove(eventName: string, handler?: MessageHandler): void {
    const left = handler === undefined ? [] : this.#of(eventName).filter((other) => other !== handler);
    if (left.length === 0) this.#byName.delete(eventName);
    else this.#byName.set(eventName, left);
  }

  /** Hands the message to those who want all, then to those who want this event. */
  dispatch(message: Readonly<Record<string, unknown>>): void {
    const { messageID } = message;
    const named = typeof messageID === 'string' && messageID !== ALL ? this.#of(messageID) : [];
    for (const handler of [...this.#of(ALL), ...named]) {
      try {
        handler(message);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  clear(): void {
    this.#byName.clear();
  }

  #of(eventName: string): readonly MessageHandler[] {
    return this.#byName.get(eventName) ?? [];
  }
}
