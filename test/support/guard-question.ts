import type { GuardInput } from '../../machines/guards/guard-input.js';
import type { AgentContext } from '../../machines/index.js';
import { contextOf } from './machine-context.js';

/** The input of a guard or an action: the event at time 10, and the context of a page just opened but for this. */
export function question(event: object, differences: Partial<AgentContext> = {}): GuardInput {
  return { context: contextOf(differences), event: { at: 10, ...event } } as unknown as GuardInput;
}
