import type { CommandName } from '../../machines/index.js';
import type { Refusal } from '../errors/refusal.js';
import type { AgentState } from '../agent/agent-state.js';
import type { WatchableAgent } from './any-agent.js';

/** How a command stands: what its button shows. */
export interface CommandStanding {
  /** Whether it is allowed now. */
  readonly allowed: boolean;
  /** Why it is not allowed; null if it is. */
  readonly whyNot: Refusal | null;
  /** Whether it has been sent and its outcome is not known yet. */
  readonly pending: boolean;
}

/** How a command stands in a state; an agent gives reasons of its present state only. */
export function standingOf(agent: WatchableAgent, state: AgentState, command: CommandName): CommandStanding {
  const allowed = state.allowed.includes(command);
  const whyNot = allowed || state !== agent.getSnapshot() ? null : agent.whyNot(command);
  return { allowed, whyNot, pending: state.pending.some((one) => one.command === command) };
}

/** Whether a button shows the same. The message of a refusal holds all that the refusal says. */
export function sameStanding(a: CommandStanding, b: CommandStanding): boolean {
  return (
    a.allowed === b.allowed && a.pending === b.pending && a.whyNot?.reason === b.whyNot?.reason && a.whyNot?.message === b.whyNot?.message
  );
}
