import { Observable, share } from 'rxjs';
import { onReportOf, type AnyAgent, type WatchableAgent } from '../../src/any-agent/any-agent.js';
import type { AgentReport } from '../../src/agent/report.js';
import type { EventMessage, SobotAgent } from '../sobot/index.js';

/** The happenings from now on, until the agent is disposed of; nothing is replayed. */
function happenings<T>(agent: WatchableAgent, listen: (tell: (value: T) => void) => () => void): Observable<T> {
  return new Observable<T>((subscriber) => {
    const leave = listen((value) => {
      subscriber.next(value);
    });
    subscriber.add(leave);
    subscriber.add(
      agent.subscribe({
        next: () => undefined,
        complete: () => {
          subscriber.complete();
        },
      }),
    );
  }).pipe(share());
}

/**
 * The vendor's messages of one event, or of all (`EventAgentAll`), as handlers of `on` get them; the state is current by
 * then. From now on, shared by all who subscribe; completes on `dispose`.
 */
export function events$<Name extends string>(agent: SobotAgent, eventName: Name): Observable<EventMessage<Name>> {
  return happenings(agent, (tell) => {
    agent.on(eventName, tell);
    return () => {
      agent.off(eventName, tell);
    };
  });
}

/**
 * Reports of what the states alone do not tell, such as why a call has ended. From now on, shared by all who subscribe;
 * completes on `dispose`.
 */
export function reports$(agent: AnyAgent): Observable<AgentReport> {
  return happenings(agent, (tell) => onReportOf(agent, tell));
}
