import type { AgentClock, SobotAgent } from '../../../../adapters/sobot/index.js';
import type { History } from '../history.js';

/** One thing that happens, for its list. */
export interface PlayedLine {
  /** When, in words. */
  readonly time: string;
  readonly who: 'agent' | 'service' | 'computer' | 'seen';
  readonly text: string;
}

/** Plays what was prepared to an agent's page, a step at a time. */
export interface Player {
  /** All that is known of it so far, what is still to come included if that is known. */
  readonly lines: readonly PlayedLine[];
  /** How many of them have happened. */
  readonly played: number;
  readonly isOver: boolean;
  readonly agent: SobotAgent;
  readonly history: History;
  readonly clock: Pick<AgentClock, 'now'>;
  /** Lets the next thing happen, and time pass until then. */
  step(): Promise<void>;
  close(): void;
}
