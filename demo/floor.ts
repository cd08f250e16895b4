import type { FloorOptions } from '../adapters/simulator/index.js';
import { AGENTS, CUSTOMERS, SERVICE } from './cast.js';

/** How long what a page sends or is sent takes, in ms: usually, and on a bad line. */
export const USUAL_LINE = [20, 80] as const;
export const SLOW_LINE = [600, 800] as const;

/** The floor of the day, but for the length of after-call work. */
const FLOOR: FloorOptions = {
  agents: AGENTS.map(({ name, agentID, ext, isSupervisor = false }) => ({
    name,
    agentID,
    ext,
    supervisor: isSupervisor,
    queues: isSupervisor ? [] : ['service'],
  })),
  customers: CUSTOMERS.map(({ name, number, isBusy = false }) => ({ name, number, answer: isBusy ? 'busy' : 'manual' })),
  queues: [{ name: 'service', number: SERVICE }],
  latency: USUAL_LINE,
  seed: "the agent's day",
};

/** @param acwSeconds length of after-call work: the centre has it as a rule, the agents' pages know it */
export function floorWith(acwSeconds: number): FloorOptions {
  return { ...FLOOR, acwSeconds };
}
