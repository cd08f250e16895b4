import { noEffects, type Effects, type Run } from './actions.js';
import { isAtomic, isWithin, type ChartState } from './chart.js';
import { CompiledSnapshot } from './compiled-snapshot.js';
import type { History } from './entry.js';
import { isIn, type Plan, type StatePlan } from './plan.js';
import type { Selection } from './selection.js';

interface Event {
  readonly type: string;
}

/** The tables that a chart is compiled to. */
export interface Tables {
  readonly states: readonly StatePlan[];
  readonly selection: Selection<Plan>;
}

const planOfState = ({ states }: Tables, state: ChartState) => states[state.order] as StatePlan;

/** Whether two transitions would leave a state in common. */
function leaveTheSame(one: Plan, other: Plan, active: readonly ChartState[], history: History): boolean {
  const [first, second] = [one.leaves(history), other.leaves(history)];
  return active.some((state) => isIn(state, first) && isIn(state, second));
}

/** Of transitions that leave a state in common, only one is taken: the one from further within, else the first. */
function withoutConflicts(plans: readonly Plan[], active: readonly ChartState[], history: History): readonly Plan[] {
  if (plans.length < 2) return plans;
  let kept: readonly Plan[] = [];
  for (const plan of plans) {
    const rivals = kept.filter((other) => leaveTheSame(plan, other, active, history));
    if (!rivals.every((other) => isWithin(plan.transition.source, other.transition.source))) continue;
    kept = [...kept.filter((other) => !rivals.includes(other)), plan];
  }
  return kept;
}

/** The eventless transitions of the active states, those that conflict among them. */
function eventless(tables: Tables, { _nodes, context }: CompiledSnapshot, event: Event): readonly Plan[] {
  const occasion = { context, event };
  const found: Plan[] = [];
  for (const state of _nodes) {
    for (const plans of planOfState(tables, state).always) {
      const plan = plans.find(({ passes }) => passes === null || passes(_nodes, occasion));
      if (plan === undefined) continue;
      if (!found.includes(plan)) found.push(plan);
      break;
    }
  }
  return found;
}

/** The memory of history states after these states have been left. */
function remembering(tables: Tables, left: readonly ChartState[], active: readonly ChartState[], history: History): History {
  let now = history;
  for (const state of left) {
    for (const memory of planOfState(tables, state).histories) {
      const isKept = (each: ChartState) => (memory.history === 'deep' ? isAtomic(each) && isWithin(each, state) : each.parent === state);
      now = { ...now, [memory.id]: active.filter(isKept) };
    }
  }
  return now;
}

/** Takes transitions: states are left, actions run, states are entered. */
function take(tables: Tables, snapshot: CompiledSnapshot, selected: readonly Plan[], event: Event, effects: Effects): CompiledSnapshot {
  const { _nodes: active, historyValue: before } = snapshot;
  const plans = withoutConflicts(selected, active, before);
  let context: object = snapshot.context;
  const run = (actions: readonly Run[]): void => {
    for (const action of actions) context = action(context, event, effects);
  };

  const left = statesLeft(plans, active, before);
  const history = remembering(tables, left, active, before);
  for (const state of left) run(planOfState(tables, state).exit);
  for (const { actions } of plans) run(actions);
  const entered = statesEntered(plans, history);
  for (const state of entered) run(planOfState(tables, state).entry);

  const nodes = changed(active, left, entered, history !== before);
  if (nodes === active && context === snapshot.context) return snapshot;
  return new CompiledSnapshot(nodes, context, history);
}

/** The active states that transitions leave, the innermost first. */
function statesLeft(plans: readonly Plan[], active: readonly ChartState[], history: History): readonly ChartState[] {
  const ranges = plans.map((plan) => plan.leaves(history));
  return active.filter((state) => ranges.some((range) => isIn(state, range))).sort((a, b) => b.order - a.order);
}

/** The states that transitions enter, in the order of declaration. */
function statesEntered(plans: readonly Plan[], history: History): readonly ChartState[] {
  const entered = plans.flatMap((plan) => plan.entries(history));
  return plans.length < 2 ? entered : [...new Set(entered)].sort((a, b) => a.order - b.order);
}

/** The active states afterwards: those that stay first. The same list where the same states are active. */
function changed(
  active: readonly ChartState[],
  left: readonly ChartState[],
  entered: readonly ChartState[],
  hasHistoryChanged: boolean,
): readonly ChartState[] {
  if (!hasHistoryChanged && entered.every((state) => active.includes(state))) return active;
  const stay = active.filter((state) => !left.includes(state));
  return [...stay, ...entered.filter((state) => !stay.includes(state))];
}

/** Deals with all that the chart raises and does by itself, until it rests. */
export function settle(tables: Tables, from: CompiledSnapshot, first: Event, effects: Effects): CompiledSnapshot {
  let snapshot = from;
  let event = first;
  let mayGoByItself = true;
  for (;;) {
    const byItself = mayGoByItself ? eventless(tables, snapshot, event) : [];
    const before = snapshot;
    if (byItself.length > 0) {
      snapshot = take(tables, snapshot, byItself, event, effects);
      // A step without effect would repeat for ever.
      mayGoByItself = snapshot !== before;
      continue;
    }
    const next = effects.raised.shift();
    if (next === undefined) return snapshot;
    event = next;
    snapshot = answer(tables, snapshot, event, effects);
    mayGoByItself = true;
  }
}

/** The step that one event leads to, without those that follow from it. */
export function answer(tables: Tables, snapshot: CompiledSnapshot, event: Event, effects: Effects): CompiledSnapshot {
  const { _nodes, context } = snapshot;
  return take(tables, snapshot, tables.selection.select(_nodes, { context, event }), event, effects);
}

/** The chart is started: these states are entered. */
export function start(tables: Tables, states: readonly ChartState[], context: object, event: Event): CompiledSnapshot {
  const effects = noEffects();
  let now = context;
  for (const state of states) for (const run of planOfState(tables, state).entry) now = run(now, event, effects);
  return settle(tables, new CompiledSnapshot(states, now, {}), event, effects);
}
