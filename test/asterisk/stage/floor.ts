import type { FloorOptions } from '../../../adapters/simulator/index.js';

/** A customer, who calls or is called. */
export const CUSTOMER = '13512345678';
/** Another number outside. */
export const THIRD = '13700000000';

/** Numbers outside that need nobody: the dial plan of the switch answers for them. */
export const NUMBERS = { busy: '10603', rejecting: '10604', silent: '10605', unknown: '10999' } as const;

/** Extensions that no agent has: the phone of the second one is never there, the third does not exist. */
export const EXTENSIONS = { free: '8010', offline: '8011', unknown: '8099' } as const;

export const QUEUE_NUMBER = '4001';

export const AGENTS = [
  { agentID: '1001', ext: '8001', mobile: '13900000001', supervisor: true, queues: ['support'] },
  { agentID: '1002', ext: '8002', mobile: '13900000002', queues: ['support'] },
  { agentID: '1003', ext: '8003', mobile: '13900000003' },
] as const;

/** Extensions with a phone, and numbers with one. */
export const PHONES = {
  extensions: [...AGENTS.map(({ ext }) => ext), EXTENSIONS.free],
  numbers: [CUSTOMER, THIRD, ...AGENTS.map(({ mobile }) => mobile)],
} as const;

/** The floor of all scenarios: short waits, so that a real switch can be waited for. */
export const FLOOR: FloorOptions = {
  agents: AGENTS,
  queues: [{ name: 'support', number: QUEUE_NUMBER, ringSeconds: 1, retrySeconds: 30 }],
  extensions: [EXTENSIONS.free, EXTENSIONS.offline],
  customers: [
    { number: NUMBERS.busy, answer: 'busy' },
    { number: NUMBERS.rejecting, answer: 'reject' },
    { number: NUMBERS.silent, answer: 'noAnswer' },
    { number: NUMBERS.unknown, answer: 'unknown' },
  ],
  handset: 'manual',
  acwSeconds: 30,
  ringSeconds: 1,
  dialSeconds: 2,
  latency: [1, 3],
  seed: 7,
};

/** The extension an agent is signed in with. */
export function extOf(agentID: string): string {
  const agent = AGENTS.find((candidate) => candidate.agentID === agentID);
  if (agent === undefined) throw new Error(`There is no agent ${agentID} on the floor.`);
  return agent.ext;
}

export function mobileOf(agentID: string): string {
  const agent = AGENTS.find((candidate) => candidate.agentID === agentID);
  if (agent === undefined) throw new Error(`There is no agent ${agentID} on the floor.`);
  return agent.mobile;
}
