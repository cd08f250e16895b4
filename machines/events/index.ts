import type { CommandEvent } from './commands.js';
import type { ServerFact } from './facts.js';
import type { RequestEvent } from './requests.js';

export { COMMANDS, type CommandEvent, type CommandName, type SubscriptionName } from './commands.js';
export * from './facts.js';
export * from './requests.js';

/** All that can happen to an agent machine. */
export type AgentEvent = CommandEvent | ServerFact | RequestEvent;
