import type { AgentContext } from '../context.js';
import type { Standing } from '../allowed.js';

interface Named {
  readonly id: string;
}

/** Whether the chart is in the state with this id. */
export function isIn({ _nodes }: Standing, id: string): boolean {
  return (_nodes as readonly Named[]).some((state) => state.id === id);
}

/** The agent is signed in at another end, and this one has not asked for the agent back. */
export function isElsewhere(standing: Standing): boolean {
  const { pending }: AgentContext = standing.context;
  if (pending.login?.command === 'login') return false;
  return isIn(standing, 'displaced') || isIn(standing, 'takingBack');
}
