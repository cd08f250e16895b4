import type { ChartPosition, EndReason, EndRole, FactRule, ServerFact } from '../../machines/index.js';

/** A leg is over. Carries no personal data. */
export interface CallEnd {
  readonly type: 'callEnded';
  /** The agent's call, the leg to the consulted third party, or a call that waited. */
  readonly leg: EndRole;
  readonly reason: EndReason;
  /** Null if the server has never named it. */
  readonly callID: string | null;
  readonly partyID: string | null;
  readonly callType: string | null;
  /** Epoch ms at which the other side answered; null: nobody did. */
  readonly establishedAt: number | null;
  /** The message that said so, by the service's name for it; null: an answer, or a deadline. */
  readonly messageID: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** News that the states alone do not tell. Carries no personal data. */
export type AgentReport =
  | CallEnd
  | {
      /** The server said what the chart did not expect; it was believed. */
      readonly type: 'divergence';
      /** The fact that it told, in the machine's words. */
      readonly fact: ServerFact['type'];
      /** The message that said it, by the service's name for it; null: the answer to a command. */
      readonly messageID: string | null;
      /** Where the agent stood before. */
      readonly from: ChartPosition;
      /** Where the agent stands since. */
      readonly to: ChartPosition;
      /** Epoch ms. */
      readonly at: number;
    }
  | {
      /** A fact was late, doubled or meant for another leg: it changed nothing. */
      readonly type: 'ignored';
      /** The fact that was told, in the machine's words. */
      readonly fact: ServerFact['type'];
      /** The rule that dropped it. */
      readonly rule: FactRule;
      /** The message that said it, by the service's name for it. */
      readonly messageID: string | null;
      /** Epoch ms. */
      readonly at: number;
    }
  | {
      /** A message of the server's made no sense; it changed nothing. */
      readonly type: 'malformed';
      /** The fault in it, without its values. */
      readonly problem: string;
      /** Which message it was, where it said so. */
      readonly messageID: string | null;
    }
  | {
      /** The storage failed; the agent works without it. */
      readonly type: 'storage';
      readonly problem: string;
    };

/** The types of all reports. */
export const REPORT_TYPES = Object.keys({
  callEnded: true,
  divergence: true,
  ignored: true,
  malformed: true,
  storage: true,
} satisfies Record<AgentReport['type'], true>) as readonly AgentReport['type'][];
