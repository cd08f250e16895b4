import { agentMachine } from './agent-machine.js';
import { ASKABLE, type Askable } from './askable.js';
import type { AgentContext } from './context.js';
import type { Chart, ChartState } from './engine/chart.js';
import { candidateOf, type Candidate } from './engine/candidate.js';
import { Selection } from './engine/selection.js';

/** Where the chart stands: a snapshot of XState's, or of the compiled chart's. */
export interface Standing {
  readonly _nodes: readonly unknown[];
  readonly context: AgentContext;
}

const chart = agentMachine as unknown as Chart;
const selection = new Selection(chart.root, (transition) => candidateOf(chart, transition));
const asker = selection.asker(ASKABLE);

/** The transitions that the chart has for a command now, those that refuse it included. */
export function answersTo({ _nodes, context }: Standing, command: Askable): readonly Candidate[] {
  return selection.select(_nodes as readonly ChartState[], { context, event: { type: command } });
}

/** All that the chart takes now, in the vendor's order. */
export function allowedCommands({ _nodes, context }: Standing): readonly Askable[] {
  return asker.allTaken(_nodes as readonly ChartState[], context);
}

/**
 * Whether the chart takes a command now. The same answer as
 * `snapshot.can({ type })` without its price: XState looks up each state's
 * transitions anew at every question.
 */
export function takes({ _nodes, context }: Standing, command: Askable): boolean {
  return asker.takes(command, _nodes as readonly ChartState[], context);
}
