import type { AnyStateNode } from 'xstate';
import { agentMachine } from '../../../machines/index.js';
import type { Subject } from '../subject/subject.js';

/** The regions whose states decide what a command or an event means. */
const REGIONS = ['connection', 'login', 'work', 'microphone'] as const;

type Nested = string | { readonly [state: string]: Nested | undefined };

function paths(value: Nested | undefined, above: string): string[] {
  if (value === undefined) return [above];
  if (typeof value === 'string') return [`${above}.${value}`];
  return Object.entries(value).flatMap(([name, below]) => paths(below, `${above}.${name}`));
}

/** Where the chart of a subject stands, by region; null for one that shows no chart. */
export function activeLeaves(subject: Subject): readonly string[] | null {
  if (!('actor' in subject)) return null;
  const { actor } = subject as { readonly actor?: { getSnapshot?(): { readonly value?: unknown } } };
  const value = actor?.getSnapshot?.().value;
  if (typeof value !== 'object' || value === null) return null;
  const byRegion = value as Readonly<Record<string, Nested | undefined>>;
  return REGIONS.flatMap((region) => (byRegion[region] === undefined ? [] : paths(byRegion[region], region)));
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

/** What is entered with a state: itself and what is above it, and its initial states. */
function entered(node: AnyStateNode): AnyStateNode[] {
  const above: AnyStateNode[] = [];
  for (let each: AnyStateNode | undefined = node; each !== undefined; each = each.parent) above.push(each);
  const below: AnyStateNode[] = [];
  for (let each: AnyStateNode | undefined = node; each !== undefined; ) {
    const { initial } = each as { readonly initial?: { readonly target: readonly AnyStateNode[] } };
    each = initial?.target[0];
    if (each !== undefined) below.push(each);
  }
  return [...above, ...below];
}

function targetsOf(node: AnyStateNode): readonly AnyStateNode[] {
  const always = node.always ?? [];
  const onEvents = [...node.transitions.values()].flat();
  return [...always, ...onEvents].flatMap(({ target }) => target ?? []);
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
  const all = regions.flatMap(nodesOf).filter((node) => reached.has(node));
  const leaves = new Set(regions.flatMap(leavesOf));
  return all.filter((node) => leaves.has(node)).map(({ path }) => path.join('.'));
}
