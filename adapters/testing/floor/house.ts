import type { Behaviour, FloorOptions, NodeOptions } from '../../simulator/index.js';
import type { HouseRules } from '../model/company.js';
import type { Name } from '../model/scene.js';

/*
 * The floor that sequences play on: small, so that everybody meets everybody, and with customers who wait to be
 * moved.
 */

interface Colleague {
  readonly agentID: Name;
  readonly ext: string;
  readonly mobile: string;
  readonly supervisor: boolean;
}

export const COLLEAGUES: readonly Colleague[] = [
  { agentID: '1001', ext: '8001', mobile: '13900000001', supervisor: true },
  { agentID: '1002', ext: '8002', mobile: '13900000002', supervisor: false },
  { agentID: '1003', ext: '8003', mobile: '13900000003', supervisor: false },
];

/** The company of all agents: the same for a page loaded anew, or what the last one has stored would be another's. */
export const COMPANY = 'company-1';

/** Customers whose phones wait for somebody to move them. */
export const CUSTOMERS: readonly Name[] = ['13511110001', '13511110002', '13511110003'];

/** Numbers at which nobody is reached. */
export const NOBODY: readonly Name[] = ['13522220001', '13522220002'];

export const QUEUE = 'support';

const SECONDS = { acw: 30, ring: 20, dial: 45 } as const;
/** Missed calls in a row after which the system locks an agent. */
export const LOCK_AFTER_MISSED = 3;

/** The differences from one house to the next. */
export interface House {
  /** How many customers may call an agent who is on the phone. */
  readonly callWaiting: number;
  /** The clocks of the service's nodes; none: one, which is right. */
  readonly nodes: readonly NodeOptions[];
  /** How far events of one page overtake each other, in ms. */
  readonly overtakeMs: number;
  /** Customers' calls ring at a second phone of `OF_TWO_PHONES`, too. */
  readonly hasSecondPhone: boolean;
}

/** The agent who may have a second phone, and its extension. */
export const OF_TWO_PHONES = { agentID: '1002', ext: '8102' } as const;

/** The plainest of houses: nobody can have two calls, one clock, everything in order. */
export const PLAIN_HOUSE: House = { callWaiting: 0, nodes: [], overtakeMs: 0, hasSecondPhone: false };

function nodeInWords({ offsetMs = 0, driftPpm = 0, steps = [], stamps = 'ms' }: NodeOptions): string {
  const offset = offsetMs === 0 ? 'right' : `${String(Math.abs(offsetMs))} ms ${offsetMs > 0 ? 'ahead' : 'behind'}`;
  const drift = driftPpm === 0 ? '' : `, ${String(Math.abs(driftPpm))} millionths ${driftPpm > 0 ? 'fast' : 'slow'}`;
  const set = steps.map(({ atSeconds, byMs }) => `, set by ${String(byMs)} ms after ${String(atSeconds)} s`).join('');
  return `${offset}${drift}${set}, stamps in ${stamps}`;
}

/** The peculiarities of a house, in words. */
export function houseInWords({ callWaiting, nodes, overtakeMs, hasSecondPhone }: House): readonly string[] {
  return [
    ...(callWaiting > 0 ? ['customers may call an agent who is on the phone'] : []),
    ...(nodes.length > 0 ? [`the clocks of the service: ${nodes.map(nodeInWords).join('; ')}`] : []),
    ...(hasSecondPhone ? [`customers' calls ring at a second phone of agent ${OF_TWO_PHONES.agentID}, too`] : []),
    ...(overtakeMs > 0 ? [`events overtake each other within ${String(overtakeMs)} ms`] : []),
  ];
}

/** @param haste how many times shorter everything is than by default */
export function houseRules({ callWaiting }: House, haste: number): HouseRules {
  return {
    wrapUp: (SECONDS.acw * 1000) / haste,
    ring: (SECONDS.ring * 1000) / haste,
    dial: (SECONDS.dial * 1000) / haste,
    lockAfterMissed: LOCK_AFTER_MISSED,
    callWaiting,
  };
}

/** How long an agent's own telephone takes to answer by itself, in ms. */
export const HANDSET = 100;

/** @param haste as in `houseRules` */
export function houseFloor(
  seed: number,
  { callWaiting, nodes, overtakeMs, hasSecondPhone }: House,
  behaviour: Partial<Behaviour>,
  haste: number,
): FloorOptions {
  return {
    seed,
    agents: COLLEAGUES.map((colleague) => ({
      ...colleague,
      queues: [QUEUE],
      ...(hasSecondPhone && colleague.agentID === OF_TWO_PHONES.agentID ? { secondPhone: OF_TWO_PHONES.ext } : {}),
    })),
    queues: [{ name: QUEUE }],
    customers: [
      { number: NOBODY[0] ?? '', answer: 'busy' },
      { number: NOBODY[1] ?? '', answer: 'unknown' },
    ],
    acwSeconds: SECONDS.acw / haste,
    ringSeconds: SECONDS.ring / haste,
    dialSeconds: SECONDS.dial / haste,
    lockAfterMissed: LOCK_AFTER_MISSED,
    handset: HANDSET,
    callWaiting,
    overtakeMs,
    ...(nodes.length === 0 ? {} : { nodes }),
    behaviour,
  };
}

/** The person reached under an extension, a number or a work number; null: nobody here. */
export function nameOf(dn: string): Name | null {
  const colleague = COLLEAGUES.find(({ agentID, ext, mobile }) => [agentID, ext, mobile].includes(dn));
  return colleague?.agentID ?? CUSTOMERS.find((number) => number === dn) ?? null;
}
