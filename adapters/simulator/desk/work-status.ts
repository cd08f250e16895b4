import { workOf, type Agent } from './agent.js';

/**
 * The work status by the names of the vendor's prose. Only one number is documented, 1 for ready;
 * the others are made up, so that nobody comes to rely on them.
 */
const CODES = {
  ready: 1,
  occupied: 20,
  locking: 21,
  dialing: 22,
  ringing: 23,
  talking: 24,
  holding: 25,
  consulting: 26,
  conferencing: 27,
  sorting: 28,
} as const;

export function workNameOf(agent: Agent): keyof typeof CODES {
  const work = workOf(agent);
  if (work === 'acw') return 'sorting';
  if (work !== 'idle') return work;
  if (agent.login === 'online') return 'ready';
  return agent.login === 'locked' ? 'locking' : 'occupied';
}

export function workCodeOf(agent: Agent): number {
  return agent.login === 'offline' ? 0 : CODES[workNameOf(agent)];
}
