import type * as v from 'valibot';
import type { Intent, Owner } from '../../../src/index.js';

/** The schema of a command's parameters. */
export type ParameterSchema = v.GenericSchema<object | undefined, Record<string, unknown>>;

/** The parameters of one command: how they are checked, and what of them is of interest to the agent. */
export interface ParameterDeclaration<Schema extends ParameterSchema = ParameterSchema> {
  readonly schema: Schema;
  /** Their meaning to the chart. Default: none. */
  intent?(parameters: v.InferOutput<Schema>): Intent;
  /** The agent whom they name, to be signed in. Default: none. */
  owner?(parameters: v.InferOutput<Schema>): Owner;
}

/** Declares the parameters of a command; it only fixes the types. */
export function declareParameters<Schema extends ParameterSchema>(declaration: ParameterDeclaration<Schema>): ParameterDeclaration<Schema> {
  return declaration;
}
