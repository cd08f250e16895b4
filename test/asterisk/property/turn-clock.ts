import type { AgentClock } from '../../../adapters/sobot/index.js';

/**
 * Real time that stands still while one thing happens: everything within one turn of the event loop is done
 * at the same moment, as it is by a simulated clock.
 */
export function createTurnClock(): AgentClock {
  let moment: number | null = null;
  const forget = (): void => {
    moment = null;
  };
  return {
    now: () => {
      if (moment === null) {
        moment = Date.now();
        setImmediate(forget);
      }
      return moment;
    },
    setTimeout: (callback, ms) =>
      setTimeout(() => {
        // Timers that are due in one turn are due at moments of their own.
        forget();
        callback();
      }, ms),
    clearTimeout: (handle) => {
      clearTimeout(handle as NodeJS.Timeout);
    },
  };
}
