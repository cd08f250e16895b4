import { createRealClock } from '../../../exchange/index.js';
import type { ConnectOptions } from './connect-options.js';

/** What becomes of an error in a handler: it is told where the options say, else thrown for all to see. */
export function thrower({ onError, clock = createRealClock() }: ConnectOptions): (error: unknown) => void {
  return (
    onError ??
    ((error) => {
      clock.setTimeout(() => {
        throw error;
      }, 0);
    })
  );
}
