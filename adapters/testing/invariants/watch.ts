import type { AgentState } from '../../sobot/index.js';
import type { CommandRecord, Ending, Hearing, History, HistoryObserver, Look, Notification } from '../history/history.js';
import { invariants as all } from './index.js';
import type { Invariant } from './invariant.js';

/** An invariant that did not hold. */
export interface Violation {
  /** Its name. */
  readonly invariant: string;
  /** In words. */
  readonly problem: string;
}

/** A question that an invariant may answer. */
type Question = Exclude<keyof Invariant, 'name' | 'meaning' | 'source'>;
type Check<Name extends Question> = NonNullable<Invariant[Name]>;

interface Named<C> {
  readonly invariant: string;
  readonly check: C;
}

type Checks = { readonly [Name in Question]: readonly Named<Check<Name>>[] };

/** Most invariants answer one question of seven: the others are not asked in vain at everything that happens. */
function checksOf(invariants: readonly Invariant[]): Checks {
  const of = <Name extends Question>(question: Name) =>
    invariants.flatMap((invariant) => {
      const check = invariant[question];
      // Bound, because an integrator's own may be an object that knows something.
      return check === undefined ? [] : [{ invariant: invariant.name, check: check.bind(invariant) as Check<Name> }];
    });
  return {
    ofState: of('ofState'),
    ofChange: of('ofChange'),
    ofLook: of('ofLook'),
    ofMessage: of('ofMessage'),
    ofCommand: of('ofCommand'),
    ofEnding: of('ofEnding'),
    ofHistory: of('ofHistory'),
  };
}

/** Sorted out once for all pages with the same invariants. */
const known = new WeakMap<readonly Invariant[], Checks>();

/** How often the same invariant is reported; a violation may recur in every state from there on. */
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
  readonly #checks: Checks;
  readonly #found: Violation[] = [];
  /** The state that was checked last: the same one is not checked twice. */
  #checked: AgentState | null = null;

  /** @param invariants default: all */
  constructor(invariants: readonly Invariant[] = all) {
    this.#checks = known.get(invariants) ?? checksOf(invariants);
    known.set(invariants, this.#checks);
  }

  /** In the order in which they were found; each invariant five times at most. */
  get violations(): readonly Violation[] {
    return this.#found;
  }

  told(notification: Notification, before: AgentState): void {
    if (this.#checked === null) this.#checkState(before, notification.at);
    this.#checkState(notification.state, notification.at);
    this.#ask(this.#checks.ofChange, (check) => check(notification, before));
  }

  returned(record: CommandRecord): void {
    this.#ask(this.#checks.ofCommand, (check) => check(record));
  }

  ended(record: CommandRecord, ending: Ending): void {
    this.#ask(this.#checks.ofEnding, (check) => check(record, ending));
  }

  looked(look: Look): void {
    this.#checkState(look.state, look.at);
    this.#ask(this.#checks.ofLook, (check) => check(look));
  }

  heard(hearing: Hearing): void {
    this.#ask(this.#checks.ofMessage, (check) => check(hearing));
  }

  /** Everything has come to rest. @param isOver whether no deadline is left: nothing may be open any more */
  finish(history: History, current: AgentState | null, isOver: boolean): void {
    this.#ask(this.#checks.ofHistory, (check) => check(history, current, isOver));
  }

  #checkState(state: AgentState, now: number): void {
    if (state === this.#checked) return;
    this.#checked = state;
    this.#ask(this.#checks.ofState, (check) => check(state, now));
  }

  #ask<C>(checks: readonly Named<C>[], answer: (check: C) => string | null | undefined): void {
    for (const { invariant, check } of checks) {
      try {
        const problem = answer(check);
        if (problem != null) this.#add({ invariant, problem });
      } catch (error) {
        // A subject may show anything; a state that cannot be read is no reason to stop the run.
        this.#add({ invariant, problem: `it cannot be told, because what the subject shows is no AgentState (${String(error)})` });
      }
    }
  }

  #add(violation: Violation): void {
    const same = this.#found.filter(({ invariant }) => invariant === violation.invariant);
    if (same.length < MOST_PER_INVARIANT) this.#found.push(violation);
  }
}
