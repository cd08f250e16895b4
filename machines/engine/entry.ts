import { ancestorsOf, childrenOf, isWithin, type ChartState, type ChartTransition } from './chart.js';

/** The memory of history states: by their id, the states that were active. */
export type History = Readonly<Record<string, readonly ChartState[]>>;

/*
 * Which states a transition leaves and enters, after the algorithm of SCXML as
 * XState has it (https://www.w3.org/TR/scxml/#AlgorithmforSCXMLInterpretation).
 */

/** Where a transition really leads: history states stand for what they remember. */
function effectiveTargets(targets: readonly ChartState[], history: History): readonly ChartState[] {
  return targets.flatMap((target) => {
    if (target.type !== 'history') return [target];
    return history[target.id] ?? effectiveTargets(defaultOf(target), history);
  });
}

/** Where a history state leads that remembers nothing: to the initial state beside it. */
function defaultOf({ parent }: ChartState): readonly ChartState[] {
  if (parent === undefined) return [];
  return parent.type === 'parallel' ? [parent] : parent.initial.target;
}

/** The innermost state that a transition does not leave. */
export function domainOf({ source, target = [] }: ChartTransition, history: History): ChartState {
  const targets = effectiveTargets(target, history);
  if (targets.every((each) => each === source || isWithin(each, source))) return source;
  const all = [...targets, source];
  const common = ancestorsOf(all[0] ?? source).find((above) => all.every((each) => isWithin(each, above)));
  return common ?? rootOf(source);
}

function rootOf(state: ChartState): ChartState {
  return state.parent === undefined ? state : rootOf(state.parent);
}

/** The states that a transition enters, in the order of declaration. */
export function entriesOf(transition: ChartTransition, history: History): readonly ChartState[] {
  const { source, target = [] } = transition;
  const domain = domainOf(transition, history);
  const entered = new Set<ChartState>();
  for (const each of target) {
    if (each.type !== 'history' && (source !== each || source !== domain)) entered.add(each);
    enterBelow(each, history, entered);
  }
  for (const each of effectiveTargets(target, history)) {
    const above = ancestorsOf(each, domain);
    enterAbove(domain.type === 'parallel' ? [...above, domain] : above, history, entered, domain);
  }
  return [...entered].sort((a, b) => a.order - b.order);
}

function enterBelow(state: ChartState, history: History, entered: Set<ChartState>): void {
  if (state.type === 'history') {
    const remembered = history[state.id] ?? defaultOf(state);
    for (const each of remembered) {
      entered.add(each);
      enterBelow(each, history, entered);
    }
    for (const each of remembered) enterAbove(ancestorsOf(each, state.parent), history, entered);
  } else if (state.type === 'compound') {
    const [initial] = state.initial.target;
    if (initial === undefined) return;
    if (initial.type !== 'history') entered.add(initial);
    enterBelow(initial, history, entered);
    enterAbove(ancestorsOf(initial, state), history, entered);
  } else if (state.type === 'parallel') {
    enterRegions(state, history, entered);
  }
}

function enterAbove(above: readonly ChartState[], history: History, entered: Set<ChartState>, domain?: ChartState): void {
  for (const each of above) {
    if (domain === undefined || isWithin(each, domain)) entered.add(each);
    if (each.type === 'parallel') enterRegions(each, history, entered);
  }
}

/** All regions of a parallel state are entered, those where nothing is yet by their initial states. */
function enterRegions(parallel: ChartState, history: History, entered: Set<ChartState>): void {
  for (const region of childrenOf(parallel)) {
    if ([...entered].some((each) => isWithin(each, region))) continue;
    entered.add(region);
    enterBelow(region, history, entered);
  }
}

/** The states that are entered when the chart starts, in the order of declaration. */
export function initialStates(root: ChartState): readonly ChartState[] {
  const below = (state: ChartState): readonly ChartState[] => [
    state,
    ...(state.type === 'compound' ? state.initial.target : state.type === 'parallel' ? childrenOf(state) : []).flatMap(below),
  ];
  return [...below(root)].sort((a, b) => a.order - b.order);
}
