// Values
export { elapsed$ } from './elapsed.js';
export { events$, reports$ } from './happenings.js';
export { can$, pending$, select$, state$ } from './state-streams.js';

// Types
export type { AnyAgent, WatchableAgent } from '../../src/any-agent/any-agent.js';
export type { Timer } from '../../src/any-agent/timers.js';
export type { AgentReport, AgentState, CommandName, PendingCommand } from '../../src/index.js';
