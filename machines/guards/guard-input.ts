import type { AgentContext } from '../context.js';
import type { AgentEvent } from '../events/index.js';

/** The input of a guard. Guards are total: any event may come, also one without its fields. */
export interface GuardInput {
  readonly context: AgentContext;
  readonly event: AgentEvent;
}
