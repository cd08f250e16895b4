import type { Exchange } from '../../exchange/index.js';
import type { AgentOptions } from '../options/agent-options.js';
import type { Floor } from '../options/resolve.js';
import type { Agenda } from '../time/agenda.js';
import type { Random } from '../time/random.js';
import { workOf, type Agent } from './agent.js';
import { arrange } from './calls/lines.js';
import type { Desk } from './context.js';
import { ServiceNodes } from './nodes.js';
import { dispatchQueues, type Queue } from './queue.js';

/** Ids of agents, in hexadecimal digits. */
const UUID_LENGTH = 32;

const ALL_BREAKS = [11, 12, 13, 14, 15, 16, 17, 18] as const;

function createAgent(floor: Floor, options: AgentOptions, random: Random, now: number): Agent {
  const { agentID, phoneTypes = ['sip', 'pstn', 'webrtc'], routes = {} } = options;
  const rules = routes.rules ?? ['1', '2', '3'];
  const plans = routes.plans ?? floor.plans.map(({ code }) => code);
  const numbers = routes.numbers ?? floor.numbers;
  return {
    agentID,
    agentUUID: options.agentUUID ?? random.fork(`agent ${agentID}`).hex(UUID_LENGTH),
    name: options.name ?? `Agent ${agentID}`,
    supervisor: options.supervisor ?? false,
    phoneTypes,
    breaks: options.breaks ?? ALL_BREAKS,
    queues: options.queues ?? [],
    token: options.token ?? null,
    routes: {
      rules,
      plans,
      numbers,
      rule: rules[0] ?? '1',
      plan: plans[0] ?? null,
      number: numbers[0] ?? null,
    },
    defaultPhoneType: options.defaultPhoneType ?? (phoneTypes.includes('webrtc') ? 'webrtc' : (phoneTypes[0] ?? 'sip')),
    ext: options.ext ?? null,
    mobile: options.mobile ?? null,
    lastLogin: null,
    ends: new Set(),
    session: null,
    login: 'offline',
    reasonCode: null,
    loginSince: now,
    reasonSince: now,
    main: null,
    consult: null,
    thirdWaits: false,
    waiting: [],
    secondPhone: options.secondPhone ?? null,
    callWaiting: options.callWaiting ?? floor.callWaiting,
    muted: false,
    acw: null,
    operation: null,
    asides: new Set(),
    wrapUpOwed: false,
    afterCall: null,
    missed: 0,
    idleSince: now,
    work: 'idle',
    workSince: now,
  };
}

function createQueues(floor: Floor, agents: readonly Agent[]): Map<string, Queue> {
  return new Map(
    floor.queues.map(({ name, rings, ringSeconds, retrySeconds, maxWaitSeconds }) => [
      name,
      {
        name,
        rings,
        ringMs: ringSeconds * 1000,
        retryMs: retrySeconds * 1000,
        maxWaitMs: maxWaitSeconds * 1000,
        agents: agents.filter(({ queues }) => queues.includes(name)),
        waiting: [],
      },
    ]),
  );
}

export interface DeskParts {
  readonly floor: Floor;
  readonly agenda: Agenda;
  readonly exchange: Exchange;
  readonly random: Random;
}

export function createDesk({ floor, agenda, exchange, random }: DeskParts): Desk {
  const now = agenda.now();
  const agents = floor.agents.map((options) => createAgent(floor, options, random, now));
  return {
    floor,
    agenda,
    exchange,
    random: random.fork('desk'),
    nodes: new ServiceNodes(floor.nodes, now, random.fork('nodes')),
    agents,
    calls: new Set(),
    legs: new Map(),
    queues: createQueues(floor, agents),
    reference: 0,
    references: 0,
  };
}

/** Runs after everything that happens: offers waiting calls, and notes since when each status holds. */
export function tidyUp(desk: Desk): void {
  dispatchQueues(desk);
  const now = desk.agenda.now();
  for (const agent of desk.agents) {
    arrange(desk, agent);
    const work = workOf(agent);
    if (agent.work === work) continue;
    agent.work = work;
    agent.workSince = now;
  }
}
