import { rethrowLater } from '../agent/notifier.js';
import { readSafely } from './read-safely.js';

/** The one object that a vendor's method takes, taken apart. */
export interface Given {
  readonly parameters: unknown;
  readonly success?: unknown;
  readonly error?: unknown;
}

/** Parameters and callbacks, which the methods of an SDK take in one object. */
export function split(given: unknown): Given {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { parameters: given };
  try {
    const { success, error, ...parameters } = given as Record<string, unknown>;
    return { parameters, success, error };
  } catch (error) {
    return { parameters: unreadable(given, error), error: readSafely(given, 'error') };
  }
}

/** In place of parameters of which one has thrown when it was read: they are refused where all parameters are. */
function unreadable(given: object, error: unknown): object {
  return new Proxy(given, {
    get() {
      throw error;
    },
  });
}

/** Calls a callback, if it is one; its exception is rethrown later, for its owner. */
export function notify(callback: unknown, argument: unknown): void {
  if (typeof callback !== 'function') return;
  try {
    (callback as (argument: unknown) => void)(argument);
  } catch (error) {
    rethrowLater(error);
  }
}
