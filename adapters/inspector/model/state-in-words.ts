import type { ChartNode, Edge } from '../../../src/chart-map/index.js';
import type { CommandName, Moment, Refusal } from '../../../src/recorder/index.js';

/** A command of a state, and whether it was allowed. */
export interface Chip {
  readonly command: string;
  /** The state that knows it: the one looked at, or one around it. */
  readonly knownIn: string;
  readonly refusal: Refusal | null;
}

/** The reaction of a state to an event. */
export interface Reaction {
  readonly event: string;
  readonly guard: string | null;
  readonly targets: readonly string[];
}

/** All that is said of a state. */
export interface StateInWords {
  readonly node: ChartNode;
  readonly isActive: boolean;
  readonly chips: readonly Chip[];
  readonly reactions: readonly Reaction[];
}

const ALWAYS = new Set(['on', 'off']);

/** The states around one, the whole chart first, and itself at the end. */
function lineTo(chart: ChartNode, path: string): readonly ChartNode[] {
  const line = [chart];
  for (let here = chart; here.path !== path;) {
    const next = here.children.find((child) => path === child.path || path.startsWith(`${child.path}.`));
    if (next === undefined) return line;
    line.push(next);
    here = next;
  }
  return line;
}

const sameReaction = (a: Edge, b: Edge | undefined) =>
  b !== undefined && a.event === b.event && a.guard === b.guard && a.targets.join() === b.targets.join();

/** A state as it stood at a moment. */
export function stateInWords(chart: ChartNode, path: string, moment: Moment): StateInWords {
  const line = lineTo(chart, path);
  const node = line[line.length - 1] as ChartNode;
  const seen = new Set<string>();
  const chips = [...line].reverse().flatMap(({ commands, path: knownIn }) =>
    commands.flatMap(({ command }): readonly Chip[] => {
      if (seen.has(command) || ALWAYS.has(command)) return [];
      seen.add(command);
      return [{ command, knownIn, refusal: moment.whyNot(command as CommandName) }];
    }),
  );
  const reactions = node.edges
    .filter((edge, index) => !sameReaction(edge, node.edges[index - 1]))
    .map(({ event, guard, targets }) => ({ event, guard, targets }));
  return { node, isActive: moment.active.includes(path), chips, reactions };
}
