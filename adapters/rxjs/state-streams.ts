import { distinctUntilChanged, map, Observable, ReplaySubject, share, type MonoTypeOperatorFunction } from 'rxjs';
import type { CommandName, SubscriptionName } from '../../machines/index.js';
import type { AgentState, PendingCommand } from '../../src/agent/agent-state.js';
import type { WatchableAgent } from '../../src/any-agent/any-agent.js';
import { shallow } from '../../src/any-agent/shallow.js';

/** Told to all who subscribe, the last value to those who come later; the source is left when the last one has gone. */
export function shareLatest<T>(): MonoTypeOperatorFunction<T> {
  return share<T>({ connector: () => new ReplaySubject<T>(1) });
}

/**
 * The agent's state: the present one at once, and every later one; the last one, then completion, on `dispose`. All who
 * subscribe to one stream share it.
 */
export function state$(agent: WatchableAgent): Observable<AgentState> {
  return new Observable<AgentState>((subscriber) => {
    subscriber.add(
      agent.subscribe({
        next: (state) => {
          subscriber.next(state);
        },
        complete: () => {
          subscriber.next(agent.getSnapshot());
          subscriber.complete();
        },
      }),
    );
    // After subscribing: to hear the present may make somebody send a command.
    subscriber.next(agent.getSnapshot());
  }).pipe(distinctUntilChanged(), shareLatest());
}

/**
 * A part of the state: the present one at once, and again whenever it changes.
 *
 * @param compare Whether two parts are the same. Default: the same, or objects or lists of the same parts.
 */
export function select$<Selected>(
  agent: WatchableAgent,
  selector: (state: AgentState) => Selected,
  compare: (before: Selected, now: Selected) => boolean = shallow,
): Observable<Selected> {
  return state$(agent).pipe(
    // As a function of one argument: `map` gives an index, too.
    map((state) => selector(state)),
    distinctUntilChanged(compare),
    shareLatest(),
  );
}

/** Whether a command is allowed: the present answer at once, and again whenever it changes; false at the end. */
export function can$(agent: WatchableAgent, command: CommandName | SubscriptionName): Observable<boolean> {
  return select$(agent, ({ allowed }) => allowed.includes(command));
}

/** The commands under way, the first sent first: the present ones at once; none at the end. */
export function pending$(agent: WatchableAgent): Observable<readonly PendingCommand[]> {
  return select$(agent, ({ pending }) => pending);
}
