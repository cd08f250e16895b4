import type { AgentState } from '../../../adapters/sobot/index.js';
import type { Bench } from './bench.js';

/** The part of a state that a person would see, apart from what the agent may do and waits for. */
export function essence({ call, consult, work, login, reasonCode, since, muted, acw, connection }: AgentState) {
  return { connection, login, reasonCode, work, since, call, consult, muted, acw };
}

/** The part of a state that a command changes when it takes effect; `since` moves with `work`. */
export function position(bench: Bench) {
  const state = bench.state();
  const { since: _, ...seen } = essence(state);
  return { ...seen, pending: state.pending };
}
