import type { AgentState } from '../../sobot/index.js';
import type { CommandRecord, Ending, History, HistoryObserver, Look, Notification } from '../history/history.js';
import { invariants as all } from './index.js';
import type { Invariant } from './invariant.js';

/** An invariant that did not hold. */
export interface Violation {
  /** Its name. */
  readonly invariant: string;
  /** What was wrong, in words. */
  readonly problem: string;
}

/** How often the same invariant is reported; what has gone wrong once may go wrong in every state from there on. */
const MOST_PER_INVARIANT = 5;

/**
 * Asks every invariant about everything that is seen, as soon as it is seen; the cost of a state does not grow
 * with the history.
 *
 * @example
 * const watch = new InvariantWatch();
 * const recorder = record(subject, clock, watch);
 * // … the sequence …
 * watch.finish(recorder.history, subject.getSnapshot(), true);
 * watch.violations // [{ invariant: 'acw is set exactly in acw', problem: 'work is talking, acw is set' }]
 */
export class InvariantWatch implements HistoryObserver {
  readonly #invariants: readonly Invariant[];
  readonly #found: Violation[] = [];
  /** The state that was checked last: the same one is not checked twice. */
  #checked: AgentState | null = null;

  /** @param invariants default: all */
  constructor(invariants: readonly Invariant[] = all) {
    this.#invariants = invariants;
  }

  /** In the order in which they were found; each invariant five times at most. */
  get violations(): readonly Violation[] {
    return this.#found;
  }

  told(notification: Notification, before: AgentState): void {
    if (this.#checked === null) this.#checkState(before, notification.at);
    this.#checkState(notification.state, notification.at);
    this.#ask((invariant) => invariant.ofChange?.(notification, before));
  }

  returned(record: CommandRecord): void {
    this.#ask((invariant) => invariant.ofCommand?.(record));
  }

  ended(record: CommandRecord, ending: Ending): void {
    this.#ask((invariant) => invariant.ofEnding?.(record, ending));
  }

  looked(look: Look): void {
    this.#checkState(look.state, look.at);
    this.#ask((invariant) => invariant.ofLook?.(look));
  }

  /** Everything has come to rest. @param isOver whether no deadline is left: nothing may be open any more */
  finish(history: History, current: AgentState | null, isOver: boolean): void {
    this.#ask((invariant) => invariant.ofHistory?.(history, current, isOver));
  }

  #checkState(state: AgentState, now: number): void {
    if (state === this.#checked) return;
    this.#checked = state;
    this.#ask((invariant) => invariant.ofState?.(state, now));
  }

  #ask(check: (invariant: Invariant) => string | null | undefined): void {
    for (const invariant of this.#invariants) {
      const problem = this.#answer(() => check(invariant));
      if (problem != null) this.#add({ invariant: invariant.name, problem });
    }
  }

  /** A subject may show anything; what cannot be read as a state is no reason to stop the run. */
  #answer(check: () => string | null | undefined): string | null | undefined {
    try {
      return check();
    } catch (error) {
      return `it cannot be told, because what the subject shows is no AgentState (${String(error)})`;
    }
  }

  #add(violation: Violation): void {
    const same = this.#found.filter(({ invariant }) => invariant === violation.invariant);
    if (same.length < MOST_PER_INVARIANT) this.#found.push(violation);
  }
}
