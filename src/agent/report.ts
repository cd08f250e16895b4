import type { ChartPosition, ServerFact } from '../../machines/index.js';
import type { CallEnd } from './call-end.js';

/** What the states alone do not tell. Carries no personal data. */
export type AgentReport =
  | CallEnd
  | {
      /** The server said what the chart did not expect; it was believed. */
      readonly type: 'divergence';
      /** What it said, in the machine's words. */
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
      /** A message of the server's made no sense; it changed nothing. */
      readonly type: 'malformed';
      /** What is wrong with it, without its values. */
      readonly problem: string;
      /** Which message it was, where it said so. */
      readonly messageID: string | null;
    }
  | {
      /** The storage failed; the agent works without it. */
      readonly type: 'storage';
      readonly problem: string;
    };
