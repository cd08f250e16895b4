import type * as v from 'valibot';
import type { CommandName, Confirmation, Lane, PendingCommand, ServerFact } from '../../machines/index.js';

/** A server fact without its time, which the agent's clock adds. */
export type Fact = ServerFact extends infer F ? (F extends ServerFact ? Omit<F, 'at'> : never) : never;

/** The schema of a command's parameters. */
export type ParameterSchema = v.GenericSchema<object | undefined, Record<string, unknown>>;

/**
 * All that is to be known of a command, said once: types, checks, lanes,
 * deadlines and promises follow from it. Whether it is allowed is not said
 * here: that is for the chart.
 */
export interface CommandDeclaration<
  Name extends CommandName = CommandName,
  Schema extends ParameterSchema = ParameterSchema,
> {
  readonly name: Name;
  /** Where it waits for its outcome: what it blocks, and what blocks it. */
  readonly lane: Lane;
  /** What must go on existing for it to make sense; without it, it is superseded. */
  readonly needs: PendingCommand['needs'];
  readonly parameters: Schema;
  /** `callback`: its own answer ends it. `event`: a fact of `confirmedBy` ends it. */
  readonly answeredBy: PendingCommand['answeredBy'];
  /** The facts that say it has taken effect, the usual one first. */
  readonly confirmedBy: readonly Confirmation[];
  /** Ms until it is given up (the vendor names no time; these are generous). */
  readonly deadline: number;
  /** How it is confirmed where it has no answer of its own. Default: `event`. */
  readonly confirm?: 'event' | 'optimistic';
  /** What its own success makes true. Default: nothing. */
  announces?(parameters: v.InferOutput<Schema>): Fact;
  /** What the chart must know of its parameters. Default: nothing. */
  intent?(
    parameters: v.InferOutput<Schema>,
  ): Pick<PendingCommand, 'reasonCode' | 'seconds' | 'details'>;
}

/** Declares a command; it only fixes the types. */
export function declareCommand<Name extends CommandName, Schema extends ParameterSchema>(
  declaration: CommandDeclaration<Name, Schema>,
): CommandDeclaration<Name, Schema> {
  return declaration;
}

/** Declares a command that asks or tells without blocking anything, answered by callback. */
export function declareQuery<Name extends CommandName, Schema extends ParameterSchema>(
  name: Name,
  parameters: Schema,
): CommandDeclaration<Name, Schema> {
  return {
    name,
    parameters,
    lane: 'query',
    needs: 'connection',
    answeredBy: 'callback',
    confirmedBy: [],
    deadline: 15_000,
  };
}
