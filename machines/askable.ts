import { COMMANDS, type CommandName, type SubscriptionName } from './events/index.js';

/** What the chart can be asked about: the commands, and the two that are always allowed. */
export type Askable = CommandName | SubscriptionName;

/** What may be called whatever state the agent is in. */
export const ALWAYS_ALLOWED: readonly SubscriptionName[] = Object.freeze(['on', 'off'] as const);

/** All that the chart can be asked about, in the vendor's order. */
export const ASKABLE: readonly Askable[] = Object.freeze([...COMMANDS, ...ALWAYS_ALLOWED]);
