import { COMMANDS, type CommandName, type SubscriptionName } from './events/index.js';

/** The names that the chart can be asked about: the commands, and the two that are always allowed. */
export type Askable = CommandName | SubscriptionName;

/** The two that are allowed in every state of the agent. */
export const ALWAYS_ALLOWED: readonly SubscriptionName[] = Object.freeze(['on', 'off'] as const);

/** All that the chart can be asked about, in the vendor's order. */
export const ASKABLE: readonly Askable[] = Object.freeze([...COMMANDS, ...ALWAYS_ALLOWED]);
