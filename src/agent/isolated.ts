import type { AnyActorRef, InspectionEvent } from 'xstate';
import { listenerOf, rethrowLater, type Listener } from './notifier.js';

/** An inspector: as in `AgentOptions.inspect`, or anything else that XState takes. */
type Inspector = Listener<InspectionEvent> | { readonly next?: (event: InspectionEvent) => void };

/**
 * The inspector as XState may call it. XState calls inspectors unguarded in the middle of a transition: an exception
 * would stop the actor for good, or leave its mailbox stuck. Here it is rethrown later, outside. `shown` makes of an
 * event what the inspector gets.
 */
export function isolated(
  inspector: Inspector,
  shown: (event: InspectionEvent) => InspectionEvent = asTold,
): (event: InspectionEvent) => void {
  // XState allows an observer without `next`, which hears nothing.
  if (typeof inspector === 'object' && inspector.next === undefined) return () => undefined;
  const tell = listenerOf(inspector as Listener<InspectionEvent>);
  return (event) => {
    try {
      tell(shown(event));
    } catch (error) {
      rethrowLater(error);
    }
  };
}

/**
 * Isolates all inspectors that come later by `actor.system.inspect`. They are told of the actor first, as those are that
 * were there before it: XState itself would leave them without the chart. Observers and listeners of the actor need
 * nothing of the kind: XState itself rethrows in a task of its own what they throw.
 */
export function isolateInspectors(actor: AnyActorRef, shown: (event: InspectionEvent) => InspectionEvent = asTold): void {
  const { system, sessionId } = actor;
  const inspect = system.inspect;
  system.inspect = (inspector) => {
    const tell = isolated(inspector, shown);
    tell({ type: '@xstate.actor', rootId: sessionId, actorRef: actor });
    return inspect(tell);
  };
}

function asTold(event: InspectionEvent): InspectionEvent {
  return event;
}
