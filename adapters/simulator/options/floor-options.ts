import type { FaultRule } from '../network/fault-rule.js';
import type { AgentOptions } from './agent-options.js';
import type { PreparedDay } from '../prepared/prepared-day.js';
import type { Behaviour } from './behaviour.js';
import type { NodeOptions } from './node-options.js';

/**
 * The reaction of a phone to a call: a number answers it after so many ms; `manual` waits for
 * `answer()`, `reject()` or the end of patience; `noAnswer` rings in vain; `unknown` does not exist.
 */
export type AnswerScript = number | 'manual' | 'busy' | 'noAnswer' | 'reject' | 'unknown';

export interface CustomerOptions {
  /** By which the customer is called, and which agents see. */
  number: string;
  /** Default: none. */
  name?: string;
  /** Default: the floor's `answers`. */
  answer?: AnswerScript;
  /** Calls to this number are refused (error 330082). Default: false. */
  blacklisted?: boolean;
}

export interface QueueOptions {
  /** By which agents belong to it, and which customers can dial. */
  name: string;
  /** A number that customers can dial to get here; its name always works. Default: none. */
  number?: string;
  /**
   * At whom a call rings: at the agent who has been idle longest, or at all who are free, until one of them takes it
   * and for the others it is answered elsewhere. Default: `longestIdle`.
   */
  rings?: 'longestIdle' | 'all';
  /** How long it rings at one agent before the next is tried, in s. Default: the floor's `ringSeconds`. */
  ringSeconds?: number;
  /** How long the same call is not offered again to an agent who did not take it, in s. Default: 5. */
  retrySeconds?: number;
  /** How long a customer waits at most, in s; 0: for ever. Default: 0. */
  maxWaitSeconds?: number;
}

/** A dynamic scheme that picks the number a customer sees. */
export interface PlanOptions {
  code: string;
  name?: string;
}

/** Everything about a floor that can stand in a JSON file. */
export interface FloorOptions {
  /** At least one; work numbers, ids, extensions and mobiles are each used once. */
  agents: readonly AgentOptions[];
  /** Phones outside with a behaviour of their own; all other numbers exist, too. Default: none. */
  customers?: readonly CustomerOptions[];
  /** Default: none. */
  queues?: readonly QueueOptions[];
  /** Extensions that are bound to nobody. Default: none. */
  extensions?: readonly string[];
  /** Numbers the company can show to customers; none: any may be given as `ANI`. Default: none. */
  numbers?: readonly string[];
  /** Default: none. */
  plans?: readonly PlanOptions[];
  /** The numbers behind encrypted ones, for `makeCall`'s `privacyNumber`. Default: none. */
  privacyNumbers?: Readonly<Record<string, string>>;
  /** The tenant; if given, `initAgent` must name it. Default: made from the seed, any is accepted. */
  companyId?: string;
  /** Anything that is the same gives the same call centre. Default: 1. */
  seed?: number | string;
  /** Length of after-call work in s; 0: there is none; null: it ends by command only. Default: 30. */
  acwSeconds?: number | null;
  /** How long an inbound call rings at an agent, in s. Default: 20. */
  ringSeconds?: number;
  /** How long a call that an agent makes rings, in s. Default: 60. */
  dialSeconds?: number;
  /**
   * Call waiting: how many customers' direct calls (to the work number or the extension) may come to an agent who is
   * on a call. Queues, colleagues, consults and transfers find him busy all the same. Not documented. Default: 0.
   *
   * @field a second call to an agent who talks
   */
  callWaiting?: number;
  /** Missed calls in a row after which the system locks the agent; 0: never. Default: 3. */
  lockAfterMissed?: number;
  /** Time that a command, callback or event is on its way, in ms, lowest and highest. Default: [20, 80]. */
  latency?: readonly [number, number];
  /**
   * How far the events of one page can overtake each other, in ms: each is held up by up to so many ms of its own, and
   * none overtakes one that was sent longer before it. A callback waits for no event, and no event overtakes a
   * callback. Stands for a service whose nodes each have their own way to the page; inferred. Default: 0, the order is
   * kept.
   *
   * @field an answer told after the end of its call
   */
  overtakeMs?: number;
  /**
   * The servers that the service consists of, each with a clock of its own. Which of them stamps which message is
   * left to the seed, as far as the nodes name no events. Default: one, which stamps in ms by the centre's clock.
   *
   * @field one node stamps an hour ahead; stamps in seconds or microseconds; a clock set back
   */
  nodes?: readonly NodeOptions[];
  /** Time the switch takes for one step, in ms, lowest and highest. Default: [2, 10]. */
  exchangeLatency?: readonly [number, number];
  /** How long a web phone's call survives without its page, in s. Default: 15. */
  webrtcGraceSeconds?: number;
  /** How often agents with a web phone get `EventJanusLatency`, in s; 0: never. Default: 0. */
  latencyReportSeconds?: number;
  /** The reaction of phones outside that have none of their own. Default: `manual`. */
  answers?: AnswerScript;
  /** Whether an agent's own phone (`pstn`) answers by itself, and after how many ms. Default: 300. */
  handset?: AnswerScript;
  /** The points that the vendor's documents leave open. Default: the first value of each in `BEHAVIOURS`. */
  behaviour?: Partial<Behaviour>;
  /** Faults from the beginning; more can be added at run time. Default: none. */
  faults?: readonly FaultRule[];
  /**
   * A prepared day: the service says and answers what is written down, when it is written down, whatever pages do; no
   * agent signs in and no call is made at the desk. Latency and faults are as ever. Default: none, the desk serves.
   *
   * @field every day of the field, played again
   */
  day?: PreparedDay;
}
