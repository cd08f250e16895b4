import { agentMachine, COMMANDS, type StateMeta } from '../../machines/index.js';

/** A command that a state knows. */
export interface CommandEdge {
  readonly command: string;
  /** The guards that refuse it, in the order in which they are asked. */
  readonly refusedBy: readonly string[];
}

/** The response of a state to an event. */
export interface Edge {
  /** The event's type, which may end in a wildcard; `always`: none is needed. */
  readonly event: string;
  /** Null: it is always so. */
  readonly guard: string | null;
  /** Paths of the states that it leads to; none: no state is left. */
  readonly targets: readonly string[];
  readonly actions: readonly string[];
}

/** A state of the chart, as it is drawn and listed. */
export interface ChartNode {
  /** `work.live.ringing`; empty: the whole chart. */
  readonly path: string;
  readonly key: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'history' | 'final';
  /** It is entered with the state above. */
  readonly isInitial: boolean;
  readonly meta: StateMeta;
  readonly commands: readonly CommandEdge[];
  readonly edges: readonly Edge[];
  readonly entry: readonly string[];
  readonly children: readonly ChartNode[];
}

type Node = (typeof agentMachine)['root'];
type Transition = NonNullable<Node['always']>[number];

const COMMAND_NAMES: ReadonlySet<string> = new Set([...COMMANDS, 'on', 'off']);

const pathOf = ({ path }: { readonly path: readonly string[] }) => path.join('.');

/** A guard or an action by its name, with its parameters if it has any: `isSent(makeCall)`. */
function nameOf(named: unknown): string {
  if (typeof named === 'string') return named;
  const { type, params } = named as { readonly type: string; readonly params?: Readonly<Record<string, unknown>> };
  if (params === undefined) return type;
  return `${type}(${Object.entries(params)
    .map(([name, value]) => (typeof value === 'boolean' ? `${value ? '' : 'not '}${name}` : String(value)))
    .join(', ')})`;
}

function edgeOf(event: string, { guard, target, actions }: Transition): Edge {
  return {
    event,
    guard: guard === undefined ? null : nameOf(guard),
    targets: (target ?? []).map(pathOf),
    actions: actions.map(nameOf),
  };
}

function describe(node: Node, isInitial: boolean): ChartNode {
  const initial = node.config.initial === undefined ? [] : node.initial.target.map(pathOf);
  const byEvent = [...(node.transitions as ReadonlyMap<string, readonly Transition[]>)];
  return {
    path: pathOf(node),
    key: node.key,
    type: node.type,
    isInitial,
    meta: node.meta ?? {},
    commands: byEvent
      .filter(([event]) => COMMAND_NAMES.has(event))
      .map(([command, transitions]) => ({
        command,
        refusedBy: transitions
          .filter(({ target, actions }) => target === undefined && actions.length === 0)
          .map(({ guard }) => nameOf(guard)),
      })),
    edges: [
      ...(node.always ?? []).map((transition) => edgeOf('always', transition)),
      ...byEvent
        .filter(([event]) => !COMMAND_NAMES.has(event))
        .flatMap(([event, transitions]) => transitions.map((one) => edgeOf(event, one))),
    ],
    entry: node.entry.map(nameOf),
    children: Object.values(node.states).map((child) => describe(child, initial.includes(pathOf(child)))),
  };
}

/** The chart as it can be drawn and listed, read from its definition. */
export function describeChart(): ChartNode {
  return describe(agentMachine.root, false);
}

/** A state and all that is within it, the outer ones first. */
export function withAll(node: ChartNode): readonly ChartNode[] {
  return [node, ...node.children.flatMap(withAll)];
}
