import type { AgentContext } from '../context.js';
import type { AgentEvent } from '../events/index.js';

/** The input of an action. */
export interface ActionInput {
  readonly context: AgentContext;
  readonly event: AgentEvent;
}

/** The part of the context that an action changes. */
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
