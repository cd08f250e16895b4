// Values
export { useAgent } from './agent-context.js';
export { AgentProvider } from './agent-provider.js';
export { useAgentState } from './use-agent-state.js';
export { useCommand } from './use-command.js';
export { useReport } from './use-report.js';

// Types
export type { AgentOption } from './agent-context.js';
export type { AgentProviderProps } from './agent-provider.js';
export type { UseAgentStateOptions } from './use-agent-state.js';
export type { Command } from './use-command.js';
export type { AnyAgent } from '../../src/any-agent/any-agent.js';
export type { AgentReport, AgentState, CommandName, Refusal } from '../../src/index.js';
export type { CommandParameters } from '../sobot/index.js';
