import type { GuardInput } from '../../machines/guards/guard-input.js';
import type { AgentContext, Request, SingleLane } from '../../machines/index.js';
import { contextOf, requestFor } from './machine-context.js';

/** What a guard is shown: the event at time 10, and the context of a page just opened but for this. */
export function question(event: object, differences: Partial<AgentContext> = {}): GuardInput {
  return { context: contextOf(differences), event: { at: 10, ...event } } as unknown as GuardInput;
}

const FREE = { login: null, reset: null, call: null, cancelConsult: null, hangup: null } as const;

/** All lanes free but this one, where this command waits. */
export function waiting(lane: SingleLane, command: string, more: Partial<Request> = {}): Pick<AgentContext, 'requests'> {
  const request = requestFor('makeCall').call!;
  return { requests: { ...FREE, [lane]: { ...request, lane, command, ...more } } };
}
