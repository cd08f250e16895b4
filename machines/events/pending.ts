import type { Attributes, Confidential } from '../confidential.js';
import type { Reason } from '../reasons.js';
import type { ErrorStatement, ServerFact } from './facts.js';

/**
 * Where a command waits for its outcome. A lane holds one command at a time and
 * blocks nothing but itself; `keys` and `query` hold any number and block nothing.
 */
export type Lane = 'login' | 'reset' | 'makeCall' | 'call' | 'cancelConsult' | 'hangup' | 'microphone' | 'keys' | 'query';
/** A lane that holds one command at a time. */
export type SingleLane = Exclude<Lane, 'keys' | 'query'>;

/** The lane holds one command at a time. */
export function isSingleLane(lane: Lane): lane is SingleLane {
  return lane !== 'keys' && lane !== 'query';
}

/** A server fact that says a command has taken effect. */
export interface Confirmation {
  readonly fact: ServerFact['type'];
  /**
   * Which leg the fact must be about: one of a call that the command is for, of any call known when it was sent, of the
   * third party's, or of customer's or third party's. Default: it is not about a leg.
   */
  readonly leg?: 'call' | 'known' | 'consult' | 'either';
}

/** A command that was sent and whose outcome is not known yet. */
export interface PendingCommand {
  readonly id: number;
  readonly command: string;
  readonly lane: Lane;
  /** Epoch ms at which it was sent. */
  readonly since: number;
  /** Epoch ms after which it is given up. */
  readonly deadline: number;
  /** `callback`: its own answer ends it; `event`: a server fact ends it. */
  readonly answeredBy: 'callback' | 'event';
  readonly confirmedBy: readonly Confirmation[];
  /** The thing that must go on existing for the command to make sense. */
  readonly needs: 'connection' | 'login' | 'call' | 'acw';
  /** Numbers of the calls that it is for; set when it is sent. */
  readonly about?: readonly number[];
  /** Numbers of the calls whose facts may confirm it; set when it is sent. */
  readonly known?: readonly number[];
  /** How many words about the agent and how many sessions there had been when it was sent. */
  readonly words?: number;
  readonly sessions?: number;
  /** The call rang when it was sent. */
  readonly whileRinging?: boolean;
  /** It was sent in after-call work. */
  readonly inAcw?: boolean;
  /** The reason that the agent asked for; null is online. */
  readonly reason?: Reason | null;
  /** By how many seconds after-call work is to be extended. */
  readonly seconds?: number;
  /** Parameters that become attributes of the leg the command creates. */
  readonly details?: Confidential<Attributes>;
}

/** Why a command ended without having taken effect. */
export type FailedOutcome = 'rejected' | 'timedOut' | 'superseded' | 'displaced';
/** How a command was settled. */
export type Outcome = 'confirmed' | FailedOutcome;

/** The events of a command's fate: from its sender, from the clock, and raised by the machine. */
export type CommandFateEvent =
  | { readonly type: 'command.sent'; readonly at: number; readonly pending: PendingCommand }
  | {
      /** The command's own answer: yes. `fact` is what this yes makes true. */
      readonly type: 'command.accepted';
      readonly at: number;
      readonly id: number;
      readonly fact?: ServerFact;
    }
  | {
      /** The command's own answer: no. */
      readonly type: 'command.refused';
      readonly at: number;
      readonly id: number;
      /** The refusal's statement about the agent. */
      readonly says?: ErrorStatement;
    }
  | {
      /** Raised when the command was settled without having taken effect. */
      readonly type: 'command.failed';
      readonly at: number;
      readonly command: string;
      readonly outcome: FailedOutcome;
    }
  | {
      /** Raised when the command has taken effect. */
      readonly type: 'command.confirmed';
      readonly at: number;
      readonly command: string;
    }
  | {
      /** The clock says that these deadlines have passed: ids of commands, `acw`, `transfer`. */
      readonly type: 'deadline.reached';
      readonly at: number;
      readonly keys: readonly string[];
    };

/** Conclusions that the machine, or the agent that runs it, draws from what was told. */
export type ConclusionEvent =
  | {
      /** Raised: a refusal says that these calls are over. */
      readonly type: 'call.isOver';
      readonly at: number;
      readonly numbers: readonly number[];
    }
  | {
      /** Raised: a refusal says that after-call work is on, or over. */
      readonly type: 'acw.isOn' | 'acw.isOver';
      readonly at: number;
    }
  | {
      /** Raised: the third party has taken the customer over. */
      readonly type: 'transfer.completed';
      readonly at: number;
      readonly time?: number;
      /** After-call work was announced by it, or is over already. */
      readonly isAcwSaid?: boolean;
      readonly isAcwOver?: boolean;
    }
  | {
      /** The service is heard again, without a word for the chart. */
      readonly type: 'connection.heard';
      readonly at: number;
    };
