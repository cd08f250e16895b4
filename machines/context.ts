import type { KnownLegs, Leg } from './call-leg.js';
import type { Confirmation, Request, SingleLane } from './events/requests.js';
import type { NetworkReading } from './network-reading.js';
import type { ConsultPhase, WorkStatus } from './work-status.js';

/** After-call work under way; epoch ms. `deadline` is null where no length is known. */
export interface Acw {
  readonly since: number;
  readonly deadline: number | null;
}

/** Whether calls are followed by after-call work, and for how long. */
export interface AcwPolicy {
  readonly enabled: boolean;
  /** Length in seconds; null: unknown, so it ends by an event or a command only. */
  readonly seconds: number | null;
}

/** What was known before the page was loaded anew; used when the server regains the agent. */
export interface Remembered {
  readonly call: {
    readonly callID: string;
    readonly work: WorkStatus;
    readonly phase: ConsultPhase | null;
    readonly muted: boolean;
    readonly leg: Leg;
    readonly consult: Leg | null;
  } | null;
  readonly acw: Acw | null;
}

/** A call command has ended without a word of the service's, which may still refuse it. */
export interface OwedRefusal {
  readonly command: string;
  /** Epoch ms after which no refusal is expected any more. */
  readonly until: number;
  /** Which call the command was for. */
  readonly callNumber: number;
  /** The facts by which the service would say that it did not refuse it. */
  readonly confirmedBy: readonly Confirmation[];
  /** Of a transfer that was taken for done: the third party, with whom the agent talks if it is refused. */
  readonly third?: Leg;
}

/** Data that accompanies the states; everything that decides what is allowed is a state. */
export interface AgentContext extends KnownLegs {
  /** Counts the calls of this machine, so that a request knows whether its call still exists. */
  readonly callNumber: number;
  /** The agent has talked in this call, so that after-call work follows whoever leaves last. */
  readonly hasTalked: boolean;
  readonly acw: Acw | null;
  readonly acwPolicy: AcwPolicy;
  /** Epoch ms at which the work status last changed. */
  readonly workSince: number;
  readonly network: NetworkReading | null;
  /** The command in flight in each lane. */
  readonly requests: Readonly<Record<SingleLane, Request | null>>;
  /** Queries and supervisor commands in flight. */
  readonly queries: readonly Request[];
  /** Refusals that may still come, the oldest first: they must not be taken for the next command's. */
  readonly refusalsOwed: readonly OwedRefusal[];
  /** The answer to a logout was believed; the event that says the same may still come. */
  readonly isLogoutEchoOwed: boolean;
  readonly remembered: Remembered | null;
}

/** What a machine is started with. */
export interface AgentInput {
  /** Epoch ms. */
  readonly now: number;
  /** Default: enabled, length unknown. */
  readonly acw?: Partial<AcwPolicy>;
  /** Default: nothing remembered. */
  readonly remembered?: Remembered | null;
}

export function initialContext({ now, acw, remembered }: AgentInput): AgentContext {
  return {
    call: null,
    consult: null,
    ended: [],
    callNumber: 0,
    hasTalked: false,
    acw: null,
    acwPolicy: { enabled: acw?.enabled ?? true, seconds: acw?.seconds ?? null },
    workSince: now,
    network: null,
    requests: { login: null, reset: null, call: null, cancelConsult: null, hangup: null },
    queries: [],
    refusalsOwed: [],
    isLogoutEchoOwed: false,
    remembered: remembered ?? null,
  };
}
