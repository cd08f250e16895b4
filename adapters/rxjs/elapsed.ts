import { asyncScheduler, EMPTY, map, materialize, Observable, of, switchMap, type SchedulerAction, type SchedulerLike } from 'rxjs';
import type { WatchableAgent } from '../../src/any-agent/any-agent.js';
import { between, sinceOf, type Timer } from '../../src/any-agent/timers.js';
import { select$, shareLatest } from './state-streams.js';

const SECOND = 1000;

/** Tells a moment again now and at each full second since then. Late ticks, as in a hidden tab, are made up for by the next. */
function atEachSecondSince(since: number, scheduler: SchedulerLike): Observable<number> {
  return new Observable((subscriber) => {
    subscriber.next(since);
    const untilNext = () => SECOND - ((between(since, scheduler.now()) ?? 0) % SECOND);
    return scheduler.schedule(function tick(this: SchedulerAction<unknown>) {
      subscriber.next(since);
      this.schedule(undefined, untilNext());
    }, untilNext());
  });
}

/**
 * How long something has lasted, in ms: `state`, since `work` last changed; `call`, since the other side answered; `hold`,
 * since the call is on hold; `acw`, since after-call work began. Null while it does not run. The present value at once,
 * then at each full second, read off the clock each time; all who subscribe share the timer; completes on `dispose`.
 *
 * @param scheduler Gives time and timers; its `now()` must be the clock of the agent. Default: the platform's.
 */
export function elapsed$(agent: WatchableAgent, timer: Timer, scheduler: SchedulerLike = asyncScheduler): Observable<number | null> {
  return select$(agent, (state) => sinceOf(state, timer)).pipe(
    // The end is told like a value, so that it ends the ticking.
    materialize(),
    switchMap(({ kind, value }) => (kind === 'N' ? (value === null ? of(null) : atEachSecondSince(value, scheduler)) : EMPTY)),
    shareLatest(),
    // Here and not before, so that a late subscriber gets the time of now and not that of the last tick.
    map((since) => between(since, scheduler.now())),
  );
}
