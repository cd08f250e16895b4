import type { AnyActorRef, InspectionEvent } from 'xstate';
import { listenerOf, rethrowLater, type Listener } from './notifier.js';

/** What an inspector may be: as in `AgentOptions.inspect`, or anything else that XState takes. */
type Inspector = Listener<InspectionEvent> | { readonly next?: (event: InspectionEvent) => void };

/**
 * The inspector as XState may call it. XState calls inspectors unguarded in the middle of a transition: what one throws
 * would stop the actor for good, or leave its mailbox stuck. Here it is rethrown later, outside.
 */
export function isolated(inspector: Inspector): (event: InspectionEvent) => void {
  // XState allows an observer without `next`, which hears nothing.
  if (typeof inspector === 'object' && inspector.next === undefined) return () => undefined;
  const tell = listenerOf(inspector as Listener<InspectionEvent>);
  return (event) => {
    try {
      tell(event);
    } catch (error) {
      rethrowLater(error);
    }
  };
}

/**
 * Isolates all inspectors that come later by `actor.system.inspect`. Observers and listeners of the actor need nothing
 * of the kind: XState itself rethrows in a task of its own what they throw.
 */
export function isolateInspectors({ system }: AnyActorRef): void {
  const inspect = system.inspect;
  system.inspect = (inspector) => inspect(isolated(inspector));
}
