import { createRealClock } from '../../../exchange/index.js';
import type { ConnectOptions } from './connect-options.js';

/** The reporter of errors in handlers: the option `onError`, else one that throws them for all to see. */
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
