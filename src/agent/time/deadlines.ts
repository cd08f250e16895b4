import type { AgentClock } from '../clock.js';
import { OneTimer } from './one-timer.js';
import type { RunningTime } from './running-time.js';
import { TimerEach } from './timer-each.js';
import type { Timers } from './timers.js';
import { isAwaited, told, waitingFor, type Deadline, type Waiting, type WaitingList } from './waiting.js';

export type { Deadline } from './waiting.js';

const NOTHING_WAITS: WaitingList = new Map();

/**
 * Tells which deadlines are over. They are shown as epoch times, but are waited
 * for by the page's running time, so that a wall clock that is set back
 * prolongs none of them, and those that have passed in sleep are over on waking.
 *
 * With `monotonic`, one timer runs for the next deadline, and every `check` may
 * be earlier than it. Without, each deadline has a timer, and it alone decides.
 */
export class Deadlines {
  readonly #time: RunningTime;
  readonly #timers: Timers;
  readonly #onReached: (keys: readonly string[]) => void;
  #list = NOTHING_WAITS;
  #isDisposed = false;

  /** `onReached` gets the keys of all that are over, in the order of their ends; never from within `keep`. */
  constructor(clock: AgentClock, time: RunningTime, onReached: (keys: readonly string[]) => void) {
    this.#time = time;
    this.#onReached = onReached;
    const look = () => this.check();
    this.#timers = clock.monotonic === undefined ? new TimerEach(clock, time, look) : new OneTimer(clock, time, look);
  }

  /**
   * Keeps these from now on, and no others. `at`: epoch ms of the event by which
   * the list has changed. A key first seen is over after `deadline - at`; one
   * whose `deadline` has moved moves by as much. Each is told once, but again if
   * it moves or is paused after that. One that is over already, or at the end of
   * its pause, is told by a timer of 0 ms or by the next `check`.
   */
  keep(deadlines: readonly Deadline[], at: number): void {
    if (this.#isDisposed || (deadlines.length === 0 && this.#list.size === 0)) return;
    const now = this.#time.look();
    this.#list = waitingFor(this.#list, deadlines, at, now);
    this.#timers.arm(this.#list, now);
  }

  /** Looks at the time, and tells what is over. */
  check(): void {
    if (this.#list.size === 0) return;
    const now = this.#time.look();
    const over = [...this.#list.values()].filter((waiting) => isAwaited(waiting) && this.#timers.isOver(waiting, now));
    if (over.length > 0) this.#list = told(this.#list, over);
    this.#timers.arm(this.#list, now);
    if (over.length > 0) this.#onReached(inOrder(over));
  }

  /** Nothing is told or kept any more; no timer is left. */
  dispose(): void {
    this.#isDisposed = true;
    this.#list = NOTHING_WAITS;
    this.#timers.arm(this.#list, 0);
  }
}

function inOrder(over: Waiting[]): readonly string[] {
  return over.sort((a, b) => a.due - b.due).map(({ key }) => key);
}
