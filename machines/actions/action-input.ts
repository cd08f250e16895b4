import type { AgentContext } from '../context.js';
import type { AgentEvent } from '../events/index.js';

/** What an action sees. */
export interface ActionInput {
  readonly context: AgentContext;
  readonly event: AgentEvent;
}

/** What an action changes of the context. */
export type Change = Partial<AgentContext>;

/** The epoch ms at which an event arrived; the machine's start has none. */
export function arrivalOf({ context, event }: ActionInput): number {
  return 'at' in event ? event.at : context.workSince;
}

/** The epoch ms at which it happened, as far as the server says. */
export function timeOf(input: ActionInput): number {
  const { event } = input;
  return 'time' in event ? event.time : arrivalOf(input);
}
