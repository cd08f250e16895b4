/** How many messages back a repetition is looked for. */
const MEMORY = 32;

/**
 * Finds messages that ARI sends twice. It does so with a channel's events when both the channel and its
 * endpoint are watched; two that are the same to the millisecond are one.
 */
export class Echoes {
  readonly #last: string[] = [];

  /** Whether this very message has just been there. */
  isEcho(message: string): boolean {
    if (this.#last.includes(message)) return true;
    this.#last.push(message);
    if (this.#last.length > MEMORY) this.#last.shift();
    return false;
  }
}
