/** A state, an event or a machine, as JSON. */
type Json = string;

/** What XState 4's receivers get: the protocol of `@xstate/inspect` 0.8. */
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

/** What receivers send: that they are there, and events for a machine. */
export type FromViewer = { readonly type: 'xstate.inspecting' } | { readonly type: 'xstate.event'; readonly event?: unknown };

/** Whether it is a receiver's message; a page gets others, too. */
export function isFromViewer(message: unknown): message is FromViewer {
  const type = (message as { readonly type?: unknown } | null | undefined)?.type;
  return type === 'xstate.inspecting' || type === 'xstate.event';
}
