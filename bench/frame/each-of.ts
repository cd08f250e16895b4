import { timed } from './cpu-time.js';
import type { Contestant } from './rounds.js';

/** Plays each of what is prepared; preparing does not count. */
export function eachOf<T>(prepare: (times: number) => readonly T[], play: (one: T) => void): Contestant {
  return (times) => {
    const batch = prepare(times);
    return timed(() => {
      for (const one of batch) play(one);
    });
  };
}
