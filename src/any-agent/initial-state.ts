import type { AgentState } from '../agent/agent-state.js';

/**
 * The state of every agent before anything has happened, dated at the epoch: what a server renders, and what a page
 * hydrates, however far its own agent is by then.
 */
export const INITIAL_STATE: AgentState = Object.freeze({
  connection: 'uninitialized',
  login: 'offline',
  reason: null,
  reasonCode: null,
  work: 'idle',
  call: null,
  waiting: Object.freeze([]),
  consult: null,
  onHold: null,
  muted: false,
  acw: null,
  device: 'unknown',
  pending: Object.freeze([]),
  allowed: Object.freeze(['initAgent', 'on', 'off'] as const),
  since: 0,
  network: null,
});
