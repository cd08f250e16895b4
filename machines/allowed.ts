import { agentMachine } from './agent-machine.js';
import { ASKABLE, type Askable } from './askable.js';
import type { AgentContext } from './context.js';
import type { Chart, ChartState } from './engine/chart.js';
import type { Asker } from './engine/asker.js';
import { candidateOf, type Candidate } from './engine/candidate.js';
import { Selection } from './engine/selection.js';

/** Where the chart stands: a snapshot of XState's, or of the compiled chart's. */
export interface Standing {
  readonly _nodes: readonly unknown[];
  readonly context: AgentContext;
}

const chart = agentMachine as unknown as Chart;
const selection = new Selection(chart.root, (transition) => candidateOf(chart, transition));

/** Made when it is first asked, so that importing it costs nothing. */
let asker: Asker<Askable> | null = null;

function theAsker(): Asker<Askable> {
  return (asker ??= selection.asker(ASKABLE));
}

/** The transitions that the chart has for a command now, those that refuse it included. */
export function answersTo({ _nodes, context }: Standing, command: Askable): readonly Candidate[] {
  return selection.select(_nodes as readonly ChartState[], { context, event: { type: command } });
}

/** All that the chart takes now, in the vendor's order. */
export function allowedCommands({ _nodes, context }: Standing): readonly Askable[] {
  return theAsker().allTaken(_nodes as readonly ChartState[], context);
}

/**
 * Whether the chart takes a command now. The same answer as
 * `snapshot.can({ type })` without its price: XState looks up each state's
 * transitions anew at every question.
 */
export function takes({ _nodes, context }: Standing, command: Askable): boolean {
  return theAsker().takes(command, _nodes as readonly ChartState[], context);
}
