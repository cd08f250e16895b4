import { listOf, type Named, type StateConfig, type TransitionConfig, type Transitions } from './config.js';
import { Place } from './place.js';

/** The chart as XState 4 writes it: `cond` for a guard, every target by its id, and internal what XState 5 takes for it. */
export function machineOf(chart: StateConfig): object {
  // XState 5 knows no other arguments; without it, XState 4 warns.
  return { predictableActionArguments: true, ...stateOf(new Place(chart)) };
}

function stateOf(place: Place): object {
  const { type, initial, history, target, meta, tags, description, on, always, entry, exit } = place.config;
  return {
    id: place.id,
    type,
    initial,
    history,
    target,
    meta,
    tags,
    description,
    entry: listOf(entry).map(actionOf),
    exit: listOf(exit).map(actionOf),
    on: mapped(on ?? {}, (transitions) => transitionsOf(place, transitions)),
    always: transitionsOf(place, always),
    states: Object.fromEntries([...place.states].map(([key, each]) => [key, stateOf(each)])),
  };
}

function transitionsOf(place: Place, given: Transitions): readonly object[] {
  return listOf<string | TransitionConfig>(given).map((transition) =>
    transitionOf(place, typeof transition === 'string' ? { target: transition } : transition),
  );
}

function transitionOf(place: Place, { target, guard, actions, reenter, description }: TransitionConfig): object {
  const ids = listOf(target).map((each) => place.idOf(each));
  return {
    ...(target === undefined ? {} : { target: ids.map((id) => `#${id}`) }),
    ...(guard === undefined ? {} : { cond: conditionOf(guard) }),
    actions: listOf(actions).map(actionOf),
    internal: reenter !== true && ids.every((id) => place.has(id)),
    description,
  };
}

function actionOf(action: Named): object {
  return typeof action === 'string' ? { type: action } : action;
}

/** As XState 4 has conditions: a name, or parameters with the name as their type. */
export function conditionOf(guard: Named): object {
  if (typeof guard === 'string') return { type: 'xstate.guard', name: guard };
  return guard.params === undefined ? { type: 'xstate.guard', name: guard.type } : { ...(guard.params as object), type: guard.type };
}

function mapped<From, To>(object: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
