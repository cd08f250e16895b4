import type { FloorOptions } from '../adapters/simulator/index.js';
import { AGENTS, CUSTOMERS, SERVICE } from './cast.js';

/** The length of after-call work, in s: the centre has it as a rule, the agents' pages know it. */
export const ACW_SECONDS = 30;

/** The floor of the day. */
export const FLOOR: FloorOptions = {
  agents: AGENTS.map(({ name, agentID, ext, isSupervisor = false }) => ({
    name,
    agentID,
    ext,
    supervisor: isSupervisor,
    queues: isSupervisor ? [] : ['service'],
  })),
  customers: CUSTOMERS.map(({ name, number, isBusy = false }) => ({ name, number, answer: isBusy ? 'busy' : 'manual' })),
  queues: [{ name: 'service', number: SERVICE }],
  acwSeconds: ACW_SECONDS,
  seed: "the agent's day",
};
