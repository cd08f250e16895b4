import type { Task } from '../time/agenda.js';
import type { Agent } from './agent.js';
import type { Call } from './calls/call.js';

/** A call that waits for an agent of the queue. */
export interface Waiting {
  readonly call: Call;
  /** Agents who did not take it, and until when it is not offered to them again. */
  readonly passedOver: Map<Agent, number>;
  /** It rings at somebody. */
  offered: boolean;
  /** It has waited as long as the queue allows; if it is not taken where it rings, it ends. */
  impatient: boolean;
  patience: Task | null;
}

/** A skill group: its calls are offered to ready agents, longest idle first, or to all of them. */
export interface Queue {
  readonly name: string;
  readonly rings: 'longestIdle' | 'all';
  readonly ringMs: number;
  readonly retryMs: number;
  /** 0: for ever. */
  readonly maxWaitMs: number;
  readonly agents: readonly Agent[];
  readonly waiting: Waiting[];
}
