import type { AgentClock } from '../clock.js';
import { LongTimer } from './long-timer.js';
import type { RunningTime } from './running-time.js';
import type { Timers } from './timers.js';
import { isAwaited, type Waiting, type WaitingList } from './waiting.js';

/** The running time at which the next one is over; null: nothing is awaited. */
function nextDue(list: WaitingList): number | null {
  let next: number | null = null;
  for (const waiting of list.values()) {
    if (isAwaited(waiting) && (next === null || waiting.due < next)) next = waiting.due;
  }
  return next;
}

/** For a clock with monotonic time: running time decides, and one timer sees to it that somebody looks. */
export class OneTimer implements Timers {
  readonly #time: RunningTime;
  readonly #timer: LongTimer;
  #due: number | null = null;
  /** Sleep known when the timer was set. */
  #slept = 0;

  constructor(clock: AgentClock, time: RunningTime, look: () => void) {
    this.#time = time;
    this.#timer = new LongTimer(clock, look);
  }

  arm(list: WaitingList, now: number): void {
    const due = nextDue(list);
    const { slept } = this.#time;
    // Timers stand still in sleep: one set before it would be late by as much.
    if (due === this.#due && slept === this.#slept && this.#timer.isRunning) return;
    this.#due = due;
    this.#slept = slept;
    if (due === null) this.#timer.clear();
    else this.#timer.set(due - now);
  }

  isOver(waiting: Waiting, now: number): boolean {
    return waiting.due <= now;
  }
}
