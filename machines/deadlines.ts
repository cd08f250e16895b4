import type { AgentContext } from './context.js';
import { LANES, type Request } from './events/index.js';

/** Every command whose outcome is awaited, the one sent first at the head. */
export function requestsInFlight(context: AgentContext): readonly Request[] {
  const inLanes = LANES.flatMap((lane) =>
    lane === 'query' ? context.queries : (context.requests[lane] ?? []),
  );
  return inLanes.sort((a, b) => a.since - b.since || a.id - b.id);
}

/** The epoch ms at which `deadline.reached` is to be sent next; null: nothing waits. */
export function nextDeadline(context: AgentContext): number | null {
  const deadlines = requestsInFlight(context).map(({ deadline }) => deadline);
  if (context.acw !== null && context.acw.deadline !== null) deadlines.push(context.acw.deadline);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}
