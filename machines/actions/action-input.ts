import type { AgentContext } from '../context.js';
import type { AgentEvent } from '../events/index.js';

/** What an action sees. */
export interface ActionInput {
  readonly context: AgentContext;
  readonly event: AgentEvent;
}

/** What an action changes of the context. */
export type Change = Partial<AgentContext>;

/** The epoch ms of an event; the machine's start has none. */
export function timeOf({ context, event }: ActionInput): number {
  return 'at' in event ? event.at : context.workSince;
}
