import type { Clock } from '../../../adapters/simulator/index.js';

export interface SteppedClock extends Clock {
  /** Lets so many ms go by, and runs what is due. */
  advance(ms: number): void;
  /** Timers that are set. */
  readonly waiting: number;
}

/** A clock that stands until it is moved. */
export function steppedClock(): SteppedClock {
  let now = 0;
  const timers = new Map<object, { at: number; run: () => void }>();
  return {
    now: () => now,
    setTimeout: (run, ms) => {
      const handle = {};
      timers.set(handle, { at: now + ms, run });
      return handle;
    },
    clearTimeout: (handle) => {
      timers.delete(handle as object);
    },
    advance: (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].run();
      }
      now = until;
    },
    get waiting() {
      return timers.size;
    },
  };
}
