import type { WaitingList, Waiting } from './waiting.js';

/** How a clock tells that a deadline is over. */
export interface Timers {
  /** Timers for these from now on, and for no others; `now`: running time. */
  arm(list: WaitingList, now: number): void;
  isOver(waiting: Waiting, now: number): boolean;
}
