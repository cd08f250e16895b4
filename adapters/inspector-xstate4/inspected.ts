import type { InspectionEvent } from 'xstate';
import type { Named, StateConfig } from './chart/config.js';

/** The data of a snapshot. */
export interface InspectedSnapshot {
  readonly status: string;
  readonly value?: unknown;
  readonly context?: unknown;
  readonly tags?: readonly string[];
}

/** Stands for the agent's actor. */
export interface InspectedActor {
  readonly id: string;
  readonly sessionId: string;
  readonly _parent?: InspectedActor;
  readonly logic: { readonly config?: StateConfig };
  getSnapshot(): InspectedSnapshot;
}

export interface InspectedEvent {
  readonly type: string;
}

export interface InspectedTransition {
  readonly eventType: string;
  readonly source: string;
  readonly target?: readonly string[];
  readonly guard?: Named;
  readonly actions: readonly Named[];
}

/** The inspection events of an agent that XState 4 has something like. */
export type Inspected =
  | { readonly type: '@xstate.actor'; readonly actorRef: InspectedActor }
  | { readonly type: '@xstate.event'; readonly actorRef: InspectedActor; readonly event: InspectedEvent }
  | {
      readonly type: '@xstate.action';
      readonly actorRef: InspectedActor;
      readonly action: { readonly type: string; readonly params?: unknown };
    }
  | { readonly type: '@xstate.microstep'; readonly actorRef: InspectedActor; readonly _transitions: readonly InspectedTransition[] }
  | {
      readonly type: '@xstate.snapshot';
      readonly actorRef: InspectedActor;
      readonly event: InspectedEvent;
      readonly snapshot: InspectedSnapshot;
    };

/** The event by its attributes: an agent gives plain data, of which XState's types say nothing. */
export function inspectedOf(event: InspectionEvent): Inspected {
  return event as unknown as Inspected;
}
