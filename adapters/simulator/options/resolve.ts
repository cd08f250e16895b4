import type { Random } from '../time/random.js';
import type { Behaviour } from './behaviour.js';
import { resolveBehaviour } from './behaviour.js';
import type { AnswerScript, CustomerOptions, FloorOptions, PlanOptions, QueueOptions } from './floor-options.js';
import type { AgentOptions } from './agent-options.js';
import type { NodeOptions } from './node-options.js';

/** The options of a floor with every default filled in; durations in ms. */
export interface Floor {
  readonly agents: readonly AgentOptions[];
  readonly customers: readonly CustomerOptions[];
  readonly queues: readonly Required<Omit<QueueOptions, 'number'>>[];
  readonly queueNumbers: ReadonlyMap<string, string>;
  /** Every extension there is, bound or not. */
  readonly extensions: readonly string[];
  readonly numbers: readonly string[];
  readonly plans: readonly Required<PlanOptions>[];
  readonly privacyNumbers: ReadonlyMap<string, string>;
  readonly companyId: string;
  /** Whether `initAgent` must name exactly this tenant. */
  readonly companyIsFixed: boolean;
  /** 0: there is no after-call work; null: no limit. */
  readonly acwMs: number | null;
  readonly ringMs: number;
  readonly dialMs: number;
  readonly callWaiting: number;
  readonly lockAfterMissed: number;
  readonly latency: readonly [number, number];
  /** How far events of one page can overtake each other. */
  readonly overtakeMs: number;
  readonly nodes: readonly NodeOptions[];
  readonly exchangeLatency: readonly [number, number];
  readonly webrtcGraceMs: number;
  readonly latencyReportMs: number;
  readonly answers: AnswerScript;
  readonly handset: AnswerScript;
  readonly behaviour: Behaviour;
}

export function resolveFloor(options: FloorOptions, random: Random): Floor {
  const { ringSeconds = 20, acwSeconds = 30, queues = [], agents } = options;
  return {
    agents,
    customers: options.customers ?? [],
    queues: queues.map(({ name, rings = 'longestIdle', ringSeconds: ring = ringSeconds, retrySeconds = 5, maxWaitSeconds = 0 }) => ({
      name,
      rings,
      ringSeconds: ring,
      retrySeconds,
      maxWaitSeconds,
    })),
    queueNumbers: new Map(queues.flatMap(({ name, number }) => (number === undefined ? [] : [[number, name]]))),
    extensions: [
      ...agents.flatMap(({ ext, secondPhone }) => [ext, secondPhone]).filter((ext) => ext !== undefined),
      ...(options.extensions ?? []),
    ],
    numbers: options.numbers ?? [],
    plans: (options.plans ?? []).map(({ code, name = code }) => ({ code, name })),
    privacyNumbers: new Map(Object.entries(options.privacyNumbers ?? {})),
    companyId: options.companyId ?? random.fork('company').hex(32),
    companyIsFixed: options.companyId !== undefined,
    acwMs: acwSeconds === null ? null : acwSeconds * 1000,
    ringMs: ringSeconds * 1000,
    dialMs: (options.dialSeconds ?? 60) * 1000,
    callWaiting: options.callWaiting ?? 0,
    lockAfterMissed: options.lockAfterMissed ?? 3,
    latency: options.latency ?? [20, 80],
    overtakeMs: options.overtakeMs ?? 0,
    nodes: options.nodes ?? [{}],
    exchangeLatency: options.exchangeLatency ?? [2, 10],
    webrtcGraceMs: (options.webrtcGraceSeconds ?? 15) * 1000,
    latencyReportMs: (options.latencyReportSeconds ?? 0) * 1000,
    answers: options.answers ?? 'manual',
    handset: options.handset ?? 300,
    behaviour: resolveBehaviour(options.behaviour),
  };
}
