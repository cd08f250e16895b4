import type { AnyState, AnyStateMachine } from 'xstate4-viewer';

/** A message that a receiver of XState 4 tells its subscribers. */
export interface Received {
  readonly type: 'service.register' | 'service.event' | 'service.state' | 'service.stop';
  readonly sessionId: string;
  readonly id?: string;
  readonly parent?: string;
  readonly machine?: AnyStateMachine;
  readonly state?: AnyState;
  readonly event?: { readonly name: string; readonly data: { readonly type: string } };
}

/** The messages that say where a machine stands, by their states. */
export function statesIn(received: readonly Received[]): readonly unknown[] {
  return received.flatMap(({ state }) => (state === undefined ? [] : [state.value]));
}

/** The names of the events that a machine was told to have got. */
export function eventsIn(received: readonly Received[]): readonly string[] {
  return received.flatMap(({ event }) => (event === undefined ? [] : [event.name]));
}
