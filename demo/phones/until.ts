import { PhoneError } from './phone-error.js';

/** How often a condition is looked at, in ms: the sounds a phone hears change without an event. */
const LOOK_EVERY_MS = 20;

/** Conditions that are waited for; all of them end with the phone. */
export class Waits {
  readonly #abandon = new Set<(error: PhoneError) => void>();

  /** Resolves as soon as the condition is true. @throws PhoneError TIMEOUT, CLOSED */
  until(condition: () => boolean, ms: number, describe: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (condition()) {
        resolve();
        return;
      }
      const end = (then: () => void): void => {
        clearInterval(looking);
        clearTimeout(deadline);
        this.#abandon.delete(abandon);
        then();
      };
      const abandon = (error: PhoneError): void => end(() => reject(error));
      const looking = setInterval(() => {
        if (condition()) end(resolve);
      }, LOOK_EVERY_MS);
      const deadline = setTimeout(() => {
        abandon(new PhoneError('TIMEOUT', `Not within ${ms} ms: ${describe()}`));
      }, ms);
      this.#abandon.add(abandon);
    });
  }

  close(): void {
    for (const abandon of [...this.#abandon]) abandon(new PhoneError('CLOSED', 'The phone has been closed.'));
  }
}
