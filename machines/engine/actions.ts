import { assign, emit, enqueueActions, raise } from 'xstate';
import { ChartNotSupportedError, type Chart } from './chart.js';

/** The effects of a transition beside the change of context. */
export interface Effects {
  /** Events that the chart raises, to be dealt with before the next one from outside. */
  readonly raised: Event[];
  /** The events that the chart emits, in order. */
  readonly emitted: unknown[];
}

/** Those of a transition that has done nothing yet. */
export function noEffects(): Effects {
  return { raised: [], emitted: [] };
}

interface Event {
  readonly type: string;
}

type Context = object;

/** An action of the chart: the context after it, and its effects. */
export type Run = (context: Context, event: Event, effects: Effects) => Context;

/** The input that XState hands to an action. Parts that a compiled chart has not throw when they are read. */
class ActionInput {
  readonly context: Context;
  readonly event: Event;

  constructor(context: Context, event: Event) {
    this.context = context;
    this.event = event;
  }

  get self(): never {
    return unknownTo('self');
  }

  get system(): never {
    return unknownTo('system');
  }

  get spawn(): never {
    return unknownTo('spawn');
  }

  get check(): never {
    return unknownTo('check');
  }
}

export function unknownTo(what: string): never {
  throw new ChartNotSupportedError(what, 'an action');
}

type Compute<Result> = (input: ActionInput, params?: unknown) => Result;

type Collect = (input: ActionInput & { readonly enqueue: unknown }, params?: unknown) => void;

interface BuiltinAction {
  readonly resolve: unknown;
  readonly assignment?: Compute<object> | Readonly<Record<string, unknown>>;
  readonly event?: Compute<Event> | Event;
  readonly delay?: unknown;
  readonly collect?: Collect;
}

/** XState's kinds of actions, told by the function that each of them is resolved with. */
const resolverOf = (action: unknown) => (action as BuiltinAction).resolve;
const ASSIGN = resolverOf(assign({}));
const EMIT = resolverOf(emit({ type: 'any' }));
const RAISE = resolverOf(raise({ type: 'any' }));
const ENQUEUE = resolverOf(enqueueActions(() => undefined));

/** Turns an action of the chart into a function; `where` names the state in an error. */
export function compileAction(chart: Chart, action: unknown, where: string): Run {
  if (typeof action === 'string') return compileNamed(chart, action, undefined, where);
  if (typeof action === 'object') {
    const { type, params } = action as { readonly type: string; readonly params?: unknown };
    if (typeof params === 'function') throw new ChartNotSupportedError(`computed parameters of action '${type}'`, where);
    return compileNamed(chart, type, params, where);
  }
  throw new ChartNotSupportedError('an action without a name', where);
}

function compileNamed(chart: Chart, name: string, params: unknown, where: string): Run {
  const action = (chart.implementations.actions[name] ?? {}) as BuiltinAction;
  switch (action.resolve) {
    case ASSIGN: {
      const { assignment } = action;
      return (context, event) => assigned(assignment, context, event, params);
    }
    case EMIT:
      return (context, event, { emitted }) => {
        emitted.push(resolved(action.event, context, event, params));
        return context;
      };
    case RAISE:
      if (action.delay !== undefined) throw new ChartNotSupportedError('a delayed raise', where);
      return (context, event, { raised }) => {
        raised.push(resolved(action.event, context, event, params));
        return context;
      };
    case ENQUEUE: {
      const collect = action.collect as Collect;
      return (context, event, effects) => runCollected(collect, context, event, effects, params);
    }
    default:
      throw new ChartNotSupportedError(`action '${name}', which is no assign, emit, raise or enqueueActions,`, where);
  }
}

function assigned(assignment: BuiltinAction['assignment'], context: Context, event: Event, params?: unknown): Context {
  const input = new ActionInput(context, event);
  if (typeof assignment === 'function') return { ...context, ...assignment(input, params) };
  const fields = Object.entries(assignment ?? {}).map(([field, value]) => [
    field,
    typeof value === 'function' ? (value as Compute<unknown>)(input, params) : value,
  ]);
  return { ...context, ...(Object.fromEntries(fields) as object) };
}

function resolved(of: BuiltinAction['event'], context: Context, event: Event, params?: unknown): Event {
  return typeof of === 'function' ? of(new ActionInput(context, event), params) : (of as Event);
}

/** The methods that `enqueueActions` offers to its function: the kinds of actions that a compiled chart knows. */
class Enqueue {
  readonly queued: Run[] = [];

  readonly assign = (assignment: BuiltinAction['assignment']): void => {
    this.queued.push((context, event) => assigned(assignment, context, event));
  };

  readonly raise = (of: BuiltinAction['event'], options?: { readonly delay?: unknown }): void => {
    if (options?.delay !== undefined) unknownTo('a delayed raise');
    this.queued.push((context, event, { raised }) => {
      raised.push(resolved(of, context, event));
      return context;
    });
  };

  readonly emit = (of: BuiltinAction['event']): void => {
    this.queued.push((context, event, { emitted }) => {
      emitted.push(resolved(of, context, event));
      return context;
    });
  };
}

/** The actions are collected first and run afterwards, each on the context that the one before has left. */
function runCollected(collect: Collect, context: Context, event: Event, effects: Effects, params: unknown): Context {
  const enqueue = new Enqueue();
  collect(Object.assign(new ActionInput(context, event), { enqueue }), params);
  return enqueue.queued.reduce((now, run) => run(now, event, effects), context);
}
