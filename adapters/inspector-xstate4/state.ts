import { conditionOf } from './chart/machine.js';
import type { InspectedEvent, InspectedSnapshot, InspectedTransition } from './inspected.js';

/** The way that has led to a state. */
export interface Led {
  readonly event: InspectedEvent;
  readonly actions: readonly object[];
  readonly transitions: readonly InspectedTransition[];
  readonly changed: boolean;
}

/** An event as XState 4 wraps it. */
export function scxmlEvent(event: InspectedEvent): object {
  return { name: event.type, data: event, $$type: 'scxml', type: 'external' };
}

/** A state as XState 4 writes it. */
export function stateOf({ status, value, context, tags = [] }: InspectedSnapshot, led: Led, sessionId: string): object {
  const { event, actions, transitions, changed } = led;
  return {
    value,
    context,
    _event: scxmlEvent(event),
    _sessionid: sessionId,
    event,
    actions,
    activities: {},
    meta: {},
    events: [],
    transitions: transitions.map(({ eventType, source, target, guard, actions: names }) => ({
      eventType,
      event: eventType,
      source,
      target,
      ...(guard === undefined ? {} : { cond: conditionOf(guard) }),
      actions: names.map((action) => (typeof action === 'string' ? { type: action } : action)),
    })),
    children: {},
    done: status === 'done',
    tags,
    changed,
  };
}
