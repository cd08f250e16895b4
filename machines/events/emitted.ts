import type { EndReason } from '../calls/end-reason.js';
import type { FactRule } from '../order/rules.js';
import type { ServerFact } from './facts.js';
import type { Outcome } from './pending.js';

/** The events that the machine emits. */
export type Emitted =
  | {
      /** A command is over. */
      readonly type: 'command.settled';
      readonly id: number;
      readonly outcome: Outcome;
    }
  | {
      /** The server said what may be the success of a command; nothing more need come. */
      readonly type: 'command.provisional';
      readonly id: number;
    }
  | {
      /** A call is over. */
      readonly type: 'call.ended';
      /** The agent's call, the leg to the consulted third party, or a call that waited. */
      readonly leg: 'call' | 'consult' | 'waiting';
      readonly reason: EndReason;
      readonly callID: string | null;
      readonly partyID: string | null;
      readonly callType: string | null;
      readonly establishedAt: number | null;
      readonly at: number;
    }
  | {
      /** The server said what the chart did not expect; it was believed. */
      readonly type: 'divergence';
      readonly fact: ServerFact['type'];
      readonly at: number;
    }
  | {
      /** A fact was late, doubled or meant for another leg. */
      readonly type: 'ignored';
      readonly fact: ServerFact['type'];
      readonly rule: FactRule;
      readonly at: number;
    };
