import { initialTransition, type AnyStateNode } from 'xstate';
import { agentMachine, type AgentContext } from '../../../machines/index.js';
import type { Subject } from '../subject/subject.js';

/** All that the chart has. */
const REGIONS: readonly string[] = Object.keys(agentMachine.root.states);

type Nested = string | { readonly [state: string]: Nested | undefined };

/** Paths that were joined before: the same text each time, which a set finds quicker than one just put together. */
const joined = new Map<string, Map<string, string>>();

function join(above: string, name: string): string {
  const below = joined.get(above) ?? new Map<string, string>();
  const path = below.get(name) ?? `${above}.${name}`;
  below.set(name, path);
  joined.set(above, below);
  return path;
}

function addLeaves(leaves: string[], value: Nested | undefined, above: string): void {
  if (value === undefined) leaves.push(above);
  else if (typeof value === 'string') leaves.push(join(above, value));
  else {
    const names = Object.keys(value);
    if (names.length === 0) leaves.push(above);
    for (const name of names) addLeaves(leaves, value[name], join(above, name));
  }
}

/** Where a state value of the chart stands, by region. */
function leavesIn(value: object): readonly string[] {
  const byRegion = value as Readonly<Record<string, Nested | undefined>>;
  const leaves: string[] = [];
  for (const region of REGIONS) if (byRegion[region] !== undefined) addLeaves(leaves, byRegion[region], region);
  return leaves;
}

const [
  {
    context: { pending: FREE },
  },
] = initialTransition(agentMachine, { now: 0 });

/**
 * A lane of pending commands that is taken counts as a state: the chart keeps lanes as data. Keys are not among them: the
 * SDK takes them at once, so that nothing ever meets them.
 */
const LANES: readonly string[] = [...Object.keys(FREE), 'query'].map((lane) => `pending.${lane}`);

function lanesTaken({ pending = FREE, side = [] }: Partial<Pick<AgentContext, 'pending' | 'side'>>): readonly string[] {
  const commands = [...Object.values(pending), ...side];
  return [...new Set(commands.flatMap((command) => (command === null ? [] : `pending.${command.lane}`)))];
}

/** Where the chart of a subject stands, and which lanes are taken; null for one that shows no chart. */
export function activeStates(subject: Subject): readonly string[] | null {
  if (!('actor' in subject)) return null;
  const { actor } = subject as { readonly actor?: { getSnapshot?(): { readonly value?: unknown; readonly context?: object } } };
  const { value, context = {} } = actor?.getSnapshot?.() ?? {};
  return typeof value === 'object' && value !== null ? [...leavesIn(value), ...lanesTaken(context)] : null;
}

function isHistory({ type }: AnyStateNode): boolean {
  return type === 'history';
}

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const below = Object.values(node.states).filter((child) => !isHistory(child));
  return below.length === 0 ? [node] : below.flatMap(leavesOf);
}

function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

/** The states entered below a state, and itself: initial states; of a parallel state all. */
function initially(node: AnyStateNode): AnyStateNode[] {
  const { initial } = node as { readonly initial?: { readonly target: readonly AnyStateNode[] } };
  const below = node.type === 'parallel' ? Object.values(node.states) : (initial?.target ?? []);
  return [node, ...below.flatMap(initially)];
}

/** The states entered with a state: itself and those above it, its initial states, and those of the parts beside it. */
function entered(node: AnyStateNode): AnyStateNode[] {
  const above: AnyStateNode[] = [];
  for (let each = node.parent; each?.parent !== undefined; each = each.parent) above.push(each);
  const beside = above.filter(({ type }) => type === 'parallel').flatMap(initially);
  return [...above, ...beside, ...initially(node)];
}

function targetsOf(node: AnyStateNode): readonly AnyStateNode[] {
  const always = node.always ?? [];
  const onEvents = [...node.transitions.values()].flat();
  return [...always, ...onEvents].flatMap(({ target }) => target ?? []);
}

/** Left as soon as it is entered: nothing ever meets it. */
function isPassing({ always = [] }: AnyStateNode): boolean {
  return always.some(({ guard }) => guard === undefined);
}

/**
 * The leaf states of the regions that transitions can lead to: initial states, then the targets of all that is
 * reached, history states standing for what was reached before. Guards are not evaluated.
 */
export function reachableLeaves(): readonly string[] {
  const reached = new Set<AnyStateNode>();
  const waiting = REGIONS.map((region) => agentMachine.root.states[region] as AnyStateNode);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const each of entered(node)) {
      if (reached.has(each)) continue;
      reached.add(each);
      waiting.push(...targetsOf(each).filter((target) => !isHistory(target)));
    }
  }
  const regions = REGIONS.map((region) => agentMachine.root.states[region] as AnyStateNode);
  const all = regions.flatMap(nodesOf).filter((node) => reached.has(node) && !isPassing(node));
  const leaves = new Set(regions.flatMap(leavesOf));
  return all.filter((node) => leaves.has(node)).map(({ path }) => path.join('.'));
}

/** All that counts as a state: the leaves of the chart, and the lanes. */
export function reachableStates(): readonly string[] {
  return [...reachableLeaves(), ...LANES];
}
