import * as machines from '../../machines/index.js';
import type { AgentEvent, AgentInput, AgentMachine, CommandName, Emitted, SubscriptionName } from '../../machines/index.js';

/** The chart as tables: pure, like XState's `transition()`. */
export interface CompiledEngine {
  initial(input: AgentInput): unknown;
  transition(snapshot: unknown, event: AgentEvent): { readonly snapshot: unknown; readonly emitted: readonly Emitted[] };
  allowed(snapshot: unknown): readonly (CommandName | SubscriptionName)[];
}

export type Compile = (machine: AgentMachine) => CompiledEngine;

/** Null in a commit that has none. */
export function compileOf(exported: object = machines): Compile | null {
  const { compile } = exported as { readonly compile?: Compile };
  return compile ?? null;
}
