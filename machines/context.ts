import { EMPTY_ROSTER, type Roster } from './calls/roster.js';
import type { Call } from './calls/call.js';
import type { Confirmation, Outcome, PendingCommand, Remembered, SingleLane } from './events/index.js';
import type { NetworkReading } from './network-reading.js';

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

/** How an event settles a pending command. */
export interface Decided {
  readonly command: PendingCommand;
  readonly outcome: Outcome;
}

/** A call command that was settled without the service's answer; a rejection may still arrive. */
export interface LateRejection {
  readonly command: string;
  /** Epoch ms after which none is expected any more. */
  readonly until: number;
  /** The calls that the command was for. */
  readonly about: readonly number[];
  /** The facts by which the service would say that it did not reject it. */
  readonly confirmedBy: readonly Confirmation[];
}

/** A transfer that is taken for done until it is refused. */
interface ProvisionalTransfer {
  /** Epoch ms: until then it is not clear whether it is done; after that a refusal is no longer believed. */
  readonly deadline: number;
  /** The third party, with whom the agent talks if the transfer is refused after all. */
  readonly third: Call;
  /** The third party waits. */
  readonly isThirdHeld: boolean;
  /** It counts as done. */
  readonly isDone: boolean;
}

/** The data that orders words about the agent. */
interface Presence {
  /** How many words about the agent's login state there have been. */
  readonly words: number;
  /** How many times this page has signed in, connected or regained the agent. */
  readonly sessions: number;
  /** The login command sent last of those that have succeeded. */
  readonly decidedBy: number;
  /** The success of a ready, notReady or logout was believed; the event that says the same may still come. */
  readonly echo: 'agent.ready' | 'agent.notReady' | 'agent.loggedOut' | null;
}

/** Data that accompanies the states; everything that decides what is allowed is a state. */
export interface AgentContext {
  readonly roster: Roster;
  readonly acw: Acw | null;
  readonly acwPolicy: AcwPolicy;
  /** Epoch ms at which the work status last changed. */
  readonly workSince: number;
  readonly network: NetworkReading | null;
  readonly presence: Presence;
  /** The pending command of each lane. */
  readonly pending: Readonly<Record<SingleLane, PendingCommand | null>>;
  /** Pending keys, queries and supervisor commands: any number. */
  readonly side: readonly PendingCommand[];
  /** The outcomes that the event being taken gives to pending commands: settled when the calls have taken it; empty at rest. */
  readonly decided: readonly Decided[];
  /** The oldest first: a late rejection must not be taken for the next command's. */
  readonly lateRejections: readonly LateRejection[];
  readonly transfer: ProvisionalTransfer | null;
  readonly remembered: Remembered | null;
}

/** The input of a new machine. */
export interface AgentInput {
  /** Epoch ms. */
  readonly now: number;
  /** Default: enabled, length unknown. */
  readonly acw?: Partial<AcwPolicy>;
}

export function initialContext({ now, acw }: AgentInput): AgentContext {
  return {
    roster: EMPTY_ROSTER,
    acw: null,
    acwPolicy: { enabled: acw?.enabled ?? true, seconds: acw?.seconds ?? null },
    workSince: now,
    network: null,
    presence: { words: 0, sessions: 0, decidedBy: 0, echo: null },
    pending: { login: null, reset: null, makeCall: null, call: null, cancelConsult: null, hangup: null, microphone: null },
    side: [],
    decided: [],
    lateRejections: [],
    transfer: null,
    remembered: null,
  };
}
