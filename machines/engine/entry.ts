import { ancestorsOf, childrenOf, isWithin, type ChartState } from './chart.js';

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
function defaultOf(history: ChartState): readonly ChartState[] {
  const parent = parentOf(history);
  return parent.type === 'parallel' ? [parent] : parent.initial.target;
}

function parentOf(history: ChartState): ChartState {
  return history.parent as ChartState;
}

/** The innermost state that a transition from `source` to `targets` does not leave. */
export function domainOf(source: ChartState, targets: readonly ChartState[], history: History): ChartState {
  const effective = effectiveTargets(targets, history);
  if (effective.every((each) => each === source || isWithin(each, source))) return source;
  const common = ancestorsOf(source).find((above) => effective.every((each) => isWithin(each, above)));
  return common ?? rootOf(source);
}

function rootOf(state: ChartState): ChartState {
  return state.parent === undefined ? state : rootOf(state.parent);
}

/** The states that such a transition enters, in the order of declaration. */
export function entriesOf(source: ChartState, targets: readonly ChartState[], history: History): readonly ChartState[] {
  const domain = domainOf(source, targets, history);
  const entered = new Set<ChartState>();
  for (const each of targets) {
    if (each.type !== 'history' && (source !== each || source !== domain)) entered.add(each);
    enterBelow(each, history, entered);
  }
  for (const each of effectiveTargets(targets, history)) enterAbove(each, domain, history, entered);
  return [...entered].sort((a, b) => a.order - b.order);
}

function enterBelow(state: ChartState, history: History, entered: Set<ChartState>): void {
  if (state.type === 'history') {
    const remembered = history[state.id] ?? defaultOf(state);
    for (const each of remembered) {
      entered.add(each);
      enterBelow(each, history, entered);
    }
    for (const each of remembered) enterAbove(each, parentOf(state), history, entered);
  } else if (state.type === 'compound') {
    for (const initial of state.initial.target) {
      entered.add(initial);
      enterBelow(initial, history, entered);
    }
  } else {
    enterRegions(state, history, entered);
  }
}

/** The states between one that is entered and one around it; of parallel ones, the outer one too, all regions. */
function enterAbove(state: ChartState, outer: ChartState, history: History, entered: Set<ChartState>): void {
  const between = ancestorsOf(state).filter((above) => isWithin(above, outer));
  for (const each of between) entered.add(each);
  for (const each of [...between, outer]) if (each.type === 'parallel') enterRegions(each, history, entered);
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
export function initialStates(state: ChartState): readonly ChartState[] {
  const within = state.type === 'compound' ? state.initial.target : childrenOf(state);
  return [state, ...within.flatMap(initialStates)];
}
