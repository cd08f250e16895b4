/** A state, an event or a machine, as JSON. */
type Json = string;

/** A message to a receiver of XState 4: the protocol of `@xstate/inspect` 0.8. */
export type ToViewer =
  | {
      readonly type: 'service.register';
      readonly machine: Json;
      readonly state: Json;
      readonly id: string;
      readonly sessionId: string;
      readonly parent?: string;
    }
  | { readonly type: 'service.event'; readonly event: Json; readonly sessionId: string }
  | { readonly type: 'service.state'; readonly state: Json; readonly sessionId: string }
  | { readonly type: 'service.stop'; readonly sessionId: string }
  | { readonly type: 'xstate.disconnect' };

/** A receiver's message: it is there, or it has an event for a machine. */
export type FromViewer = { readonly type: 'xstate.inspecting' } | { readonly type: 'xstate.event'; readonly event?: unknown };

/** Whether it is a receiver's message; a page gets others, too. */
export function isFromViewer(message: unknown): message is FromViewer {
  const type = (message as { readonly type?: unknown } | null | undefined)?.type;
  return type === 'xstate.inspecting' || type === 'xstate.event';
}
