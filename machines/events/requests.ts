import type { Attributes, Confidential } from '../confidential.js';
import type { ServerFact } from './facts.js';

/**
 * Where a command waits for its outcome. A lane holds one command at a time;
 * the escapes (`reset`, `cancelConsult`, `hangup`) have lanes of their own, so
 * that they can overtake. `query` holds any number and blocks nothing.
 */
export type Lane = 'login' | 'reset' | 'call' | 'cancelConsult' | 'hangup' | 'query';
/** A lane that holds one command at a time. */
export type SingleLane = Exclude<Lane, 'query'>;

/** A server fact that says a command has taken effect. */
export interface Confirmation {
  readonly fact: ServerFact['type'];
  /** Which leg the fact must be about; default: it is not about a leg. */
  readonly leg?: 'call' | 'consult' | 'either';
}

/** A command that was sent and whose outcome is not known yet. */
export interface Request {
  readonly id: number;
  readonly command: string;
  readonly lane: Lane;
  /** Epoch ms at which it was sent. */
  readonly since: number;
  /** Epoch ms after which it is given up. */
  readonly deadline: number;
  /** `callback`: its own answer ends it, and the facts only foretell it; `event`: the facts end it. */
  readonly answeredBy: 'callback' | 'event';
  readonly confirmedBy: readonly Confirmation[];
  /** What must go on existing for the command to make sense. */
  readonly needs: 'connection' | 'login' | 'call' | 'acw';
  /** Which call it was sent for; set when it is opened. */
  readonly callNumber?: number;
  /** The reason code that the agent asked for; null is online. */
  readonly reasonCode?: number | null;
  /** By how many seconds after-call work is to be extended. */
  readonly seconds?: number;
  /** Parameters that become attributes of the leg the command creates. */
  readonly details?: Confidential<Attributes>;
}

/** Why a request ended without having taken effect. */
export type FailedOutcome = 'rejected' | 'timedOut' | 'superseded' | 'displaced';
/** How a request ended. */
export type Outcome = 'confirmed' | FailedOutcome;

/** What the machine is told of a request's fate by whoever sent it, and by the clock. */
export type RequestEvent =
  | { readonly type: 'request.opened'; readonly at: number; readonly request: Request }
  | {
      /** The command's own answer: yes. `fact` is what this yes makes true. */
      readonly type: 'request.succeeded';
      readonly at: number;
      readonly id: number;
      readonly fact?: ServerFact;
    }
  | { readonly type: 'request.failed'; readonly at: number; readonly id: number }
  | {
      /** Raised by the lane: the command did not take effect, whoever waited for it goes back. */
      readonly type: 'request.undone';
      readonly at: number;
      readonly command: string;
      readonly outcome: FailedOutcome;
    }
  | {
      /** Raised by the lane: the command has taken effect. */
      readonly type: 'request.done';
      readonly at: number;
      readonly command: string;
    }
  | {
      /** Raised when an answer was believed: the event that says the same is still to come. */
      readonly type: 'request.believed';
      readonly at: number;
      readonly fact: ServerFact['type'];
    }
  | {
      /** The clock says that a deadline has passed. */
      readonly type: 'deadline.reached';
      readonly at: number;
    };

/** What the machine tells the outside. */
export type Emitted =
  | {
      /** A request is over. */
      readonly type: 'request.ended';
      readonly id: number;
      readonly outcome: Outcome;
    }
  | {
      /** The server said what may be the success of a request; nothing more need come. */
      readonly type: 'request.foretold';
      readonly id: number;
    }
  | {
      /** The server said what the chart did not expect; it was believed. */
      readonly type: 'divergence';
      readonly fact: ServerFact['type'];
      readonly at: number;
    };
