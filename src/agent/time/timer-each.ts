import type { AgentClock } from '../clock.js';
import { LongTimer } from './long-timer.js';
import type { RunningTime } from './running-time.js';
import type { Timers } from './timers.js';
import { isAwaited, type Waiting, type WaitingList } from './waiting.js';

interface Watch {
  readonly timer: LongTimer;
  /** Running time at which it is over. */
  due: number;
  /** Running time for which the timer was set. */
  setFor: number;
  isOver: boolean;
}

/**
 * For a clock without monotonic time: a deadline is over when its timer has
 * fired, because `now()` may be set in the meantime and a timer may not.
 */
export class TimerEach implements Timers {
  readonly #clock: AgentClock;
  readonly #time: RunningTime;
  readonly #look: () => void;
  readonly #watches = new Map<string, Watch>();

  constructor(clock: AgentClock, time: RunningTime, look: () => void) {
    this.#clock = clock;
    this.#time = time;
    this.#look = look;
  }

  arm(list: WaitingList, now: number): void {
    for (const [key, { timer }] of this.#watches) {
      if (list.has(key)) continue;
      timer.clear();
      this.#watches.delete(key);
    }
    for (const waiting of list.values()) this.#watch(waiting, now);
  }

  isOver({ key }: Waiting): boolean {
    return this.#watches.get(key)?.isOver === true;
  }

  #watch(waiting: Waiting, now: number): void {
    const { key, due } = waiting;
    const known = this.#watches.get(key);
    if (known === undefined) {
      this.#watches.set(key, this.#begin(due, now));
    } else if (known.due !== due) {
      move(known, due, now);
    } else if (known.isOver && isAwaited(waiting) && !known.timer.isRunning) {
      // It was over while it was paused; a move from now on counts from this moment.
      known.setFor = Math.max(due, now);
      known.timer.set(0);
    }
  }

  #begin(due: number, now: number): Watch {
    const timer = new LongTimer(this.#clock, () => {
      if (watch.due > watch.setFor) {
        // It may have come late, as in a hidden tab: a step back of now() takes nothing from what has passed at least.
        waitUntil(watch, watch.due, Math.max(watch.setFor, this.#time.look()));
        return;
      }
      watch.isOver = true;
      this.#look();
    });
    const watch: Watch = { timer, due, setFor: due, isOver: false };
    timer.set(due - now);
    return watch;
  }
}

function waitUntil(watch: Watch, due: number, now: number): void {
  watch.setFor = due;
  watch.timer.set(due - now);
}

function move(watch: Watch, due: number, now: number): void {
  watch.due = due;
  watch.isOver = false;
  // A timer that runs is not set anew but waits on afterwards: of now(), a step back would prolong it.
  if (!watch.timer.isRunning || due < watch.setFor) waitUntil(watch, due, now);
}
