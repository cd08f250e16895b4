import type { AgentContext } from './context.js';
import type { Request } from './events/index.js';

/** Every command whose outcome is awaited, the one sent first at the head. */
export function requestsInFlight({ requests, queries }: AgentContext): readonly Request[] {
  const inFlight = [...queries];
  for (const request of Object.values(requests)) if (request !== null) inFlight.push(request);
  return inFlight.length < 2 ? inFlight : inFlight.sort((a, b) => a.since - b.since || a.id - b.id);
}

/** The epoch ms at which `deadline.reached` is to be sent next; null: nothing waits. */
export function nextDeadline({ requests, queries, acw }: AgentContext): number | null {
  let next = acw?.deadline ?? Infinity;
  for (const request of Object.values(requests)) if (request !== null && request.deadline < next) next = request.deadline;
  for (const { deadline } of queries) if (deadline < next) next = deadline;
  return next === Infinity ? null : next;
}
