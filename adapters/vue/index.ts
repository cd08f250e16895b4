// Values
export { provideAgent } from './agent-injection.js';
export { useAgentState } from './use-agent-state.js';
export { useCommand } from './use-command.js';

// Types
export type { AgentOption, GivenAgent } from './agent-injection.js';
export type { UseAgentStateOptions } from './use-agent-state.js';
export type { Command } from './use-command.js';
export type { AnyAgent } from '../../src/any-agent/any-agent.js';
export type { AgentState, CommandName, Refusal } from '../../src/index.js';
export type { CommandParameters } from '../sobot/index.js';
