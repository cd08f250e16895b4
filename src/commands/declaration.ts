import type { CommandName, Confirmation, Lane, PendingCommand, ServerFact } from '../../machines/index.js';

/** A server fact without its time, which the agent's clock adds. */
export type Fact = ServerFact extends infer F ? (F extends ServerFact ? Omit<F, 'at'> : never) : never;

/** The meaning of a command's parameters to the chart: the reason asked for, the seconds, the attributes of the leg to come. */
export type Intent = Partial<Pick<PendingCommand, 'reason' | 'seconds' | 'details'>>;

/**
 * All that is to be known of a command, said once: lanes, deadlines and
 * promises follow from it. Whether it is allowed is not said here: that is for
 * the chart; nor which parameters it has: those are the vendor's.
 */
export interface CommandDeclaration<Name extends CommandName = CommandName> {
  readonly name: Name;
  /** Where it waits for its outcome: what it blocks, and what blocks it. */
  readonly lane: Lane;
  /** The thing that must go on existing for it to make sense; without that, it is superseded. */
  readonly needs: PendingCommand['needs'];
  /** `callback`: its own answer ends it. `event`: a fact of `confirmedBy` ends it. */
  readonly answeredBy: PendingCommand['answeredBy'];
  /** The facts that say it has taken effect, the usual one first. */
  readonly confirmedBy: readonly Confirmation[];
  /** Ms until it is given up (the vendor names no time; these are generous). */
  readonly deadline: number;
  /** How it is confirmed where it has no answer of its own. Default: `event`. */
  readonly confirm?: 'event' | 'optimistic';
  /** The fact that its own success makes true. Default: none. */
  announces?(intent: Intent): Fact;
  /** Its meaning whatever its parameters say. Default: none. */
  readonly intent?: Intent;
}

/** Declares a command; it only fixes the types. */
export function declareCommand<Name extends CommandName>(declaration: CommandDeclaration<Name>): CommandDeclaration<Name> {
  return declaration;
}

/** Declares a command that asks or tells without blocking anything, answered by callback. */
export function declareQuery<Name extends CommandName>(name: Name): CommandDeclaration<Name> {
  return {
    name,
    lane: 'query',
    needs: 'connection',
    answeredBy: 'callback',
    confirmedBy: [],
    deadline: 15_000,
  };
}
