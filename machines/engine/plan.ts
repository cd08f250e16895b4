import { compileAction, type Run } from './actions.js';
import { ancestorsOf, ChartNotSupportedError, isAtomic, type Chart, type ChartState, type ChartTransition } from './chart.js';
import { domainOf, entriesOf, type History } from './entry.js';
import { candidateOf, type Candidate } from './candidate.js';

/** A transition with everything that can be said of it beforehand. */
export interface Plan extends Candidate {
  readonly actions: readonly Run[];
  /** The states that are left, as far as they are active. With history in play it depends on what it remembers. */
  leaves(history: History): Range;
  /** The states entered, in the order of declaration. */
  entries(history: History): readonly ChartState[];
}

/** All states within one: those whose order lies after its own, up to that of the last one within it. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

export function isIn({ order }: ChartState, { after, upTo }: Range): boolean {
  return order > after && order <= upTo;
}

function lastWithin(state: ChartState): ChartState {
  const last = Object.values(state.states).at(-1);
  return last === undefined ? state : lastWithin(last);
}

function range(state: ChartState, last: ChartState): Range {
  return { after: state.order, upTo: last.order };
}

function within(state: ChartState): Range {
  return range(state, lastWithin(state));
}

const NO_HISTORY: History = {};

export function planOf(chart: Chart, transition: ChartTransition): Plan {
  const { source, target: targets = [], actions, reenter } = transition;
  const where = `state '${source.id}'`;
  if (reenter) throw new ChartNotSupportedError('a transition that reenters', where);
  const dependsOnHistory = targets.some(({ type }) => type === 'history');
  const leaves = targets.length > 0 ? within(domainOf(source, targets, NO_HISTORY)) : range(source, source);
  const entries = entriesOf(source, targets, NO_HISTORY);
  return {
    ...candidateOf(chart, transition),
    actions: actions.map((action) => compileAction(chart, action, where)),
    leaves: dependsOnHistory ? (history) => within(domainOf(source, targets, history)) : () => leaves,
    entries: dependsOnHistory ? (history) => entriesOf(source, targets, history) : () => entries,
  };
}

/** The actions of a state when it is entered and left, and its eventless transitions. */
export interface StatePlan {
  readonly entry: readonly Run[];
  readonly exit: readonly Run[];
  /** The history states within it that take note when it is left. */
  readonly histories: readonly ChartState[];
  /** Of an atomic state: eventless transitions of its own and of the states above, state by state. */
  readonly always: readonly (readonly Plan[])[];
}

/** Features of XState that a compiled chart does not know; `target` is one of a history state. */
const UNKNOWN = ['after', 'invoke', 'onDone', 'output', 'route', 'target'] as const;

function mustBeKnown(state: ChartState): void {
  const where = `state '${state.id}'`;
  const unknown = UNKNOWN.find((feature) => state.config[feature] !== undefined);
  if (unknown !== undefined) throw new ChartNotSupportedError(`'${unknown}'`, where);
  if (state.type === 'final') throw new ChartNotSupportedError('a final state', where);
  const { target, actions } = state.initial;
  if (actions.length > 0) throw new ChartNotSupportedError('actions of an initial transition', where);
  if (target.some(({ type }) => type === 'history')) throw new ChartNotSupportedError('a history state as the initial one', where);
  Object.values(state.states).forEach(mustBeKnown);
}

/** The plans of all states, by their order. */
export function statePlans(chart: Chart): readonly StatePlan[] {
  const eventless = new Map<ChartState, readonly Plan[]>();
  const visit = (state: ChartState): readonly StatePlan[] => {
    const where = `state '${state.id}'`;
    if (state.always !== undefined)
      eventless.set(
        state,
        state.always.map((transition) => planOf(chart, transition)),
      );
    const plan: StatePlan = {
      entry: state.entry.map((action) => compileAction(chart, action, where)),
      exit: state.exit.map((action) => compileAction(chart, action, where)),
      histories: Object.values(state.states).filter(({ type }) => type === 'history'),
      always: isAtomic(state) ? [state, ...ancestorsOf(state)].map((each) => eventless.get(each)).filter((list) => list !== undefined) : [],
    };
    // Fails now for transitions on events, too, and not when one of them comes.
    for (const transitions of state.transitions.values()) for (const each of transitions) planOf(chart, each);
    // The eventless transitions of a state are known before those of the states within it.
    return [plan, ...Object.values(state.states).flatMap(visit)];
  };
  mustBeKnown(chart.root);
  return visit(chart.root);
}
