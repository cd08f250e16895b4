import type { CommandEvent } from './commands.js';
import type { IgnoredFact, ServerFact } from './facts.js';
import type { RecalledEvent } from './recalled.js';
import type { CommandFateEvent, ConclusionEvent } from './pending.js';

export { COMMANDS, type CommandEvent, type CommandName, type SubscriptionName } from './commands.js';
export * from './emitted.js';
export * from './facts.js';
export * from './pending.js';
export * from './recalled.js';

/** All that can happen to an agent machine. */
export type AgentEvent = CommandEvent | ServerFact | IgnoredFact | CommandFateEvent | ConclusionEvent | RecalledEvent;
