import { and, not, or, stateIn } from 'xstate';
import { ChartNotSupportedError, type Chart, type ChartState } from './chart.js';

/** What a guard is asked about. */
export interface Occasion<Context = unknown, Event = unknown> {
  readonly context: Context;
  readonly event: Event;
}

/** A guard of the chart as a function of the active states and the occasion. */
export type Check = (active: readonly ChartState[], occasion: Occasion) => boolean;

interface BuiltinGuard {
  readonly check: unknown;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

/** XState's combinators, told by the function that each of them is evaluated with. */
const evaluatorOf = (guard: unknown) => (guard as BuiltinGuard).check;
const AND = evaluatorOf(and([]));
const OR = evaluatorOf(or([]));
const NOT = evaluatorOf(not('any'));
const STATE_IN = evaluatorOf(stateIn('#any'));

/** Turns a guard of the chart into a function; `where` names the transition in an error. */
export function compileGuard(chart: Chart, guard: unknown, where: string): Check {
  if (typeof guard === 'string') return compileNamed(chart, guard, undefined, where);
  if (typeof guard === 'object' && guard !== null) {
    const { type, params } = guard as { readonly type: string; readonly params?: unknown };
    if (typeof params === 'function') throw new ChartNotSupportedError(`computed parameters of guard '${type}'`, where);
    return compileNamed(chart, type, params, where);
  }
  return compileFunction(chart, guard, undefined, where);
}

function compileNamed(chart: Chart, name: string, params: unknown, where: string): Check {
  const named = chart.implementations.guards[name];
  if (typeof named !== 'function') throw new ChartNotSupportedError(`guard '${name}', which is not implemented,`, where);
  return compileFunction(chart, named, params, where);
}

function compileFunction(chart: Chart, guard: unknown, params: unknown, where: string): Check {
  if (typeof guard !== 'function') throw new ChartNotSupportedError(`a guard that is a ${typeof guard}`, where);
  if ('check' in guard) return compileBuiltin(chart, guard as unknown as BuiltinGuard, where);
  const decide = guard as (occasion: Occasion, params: unknown) => boolean;
  return (_, occasion) => decide(occasion, params);
}

function compileBuiltin(chart: Chart, { check, guards = [], stateValue }: BuiltinGuard, where: string): Check {
  if (check === STATE_IN) return compileStateIn(chart, stateValue, where);
  const parts = guards.map((guard) => compileGuard(chart, guard, where));
  switch (check) {
    case AND:
      return (active, occasion) => parts.every((part) => part(active, occasion));
    case OR:
      return (active, occasion) => parts.some((part) => part(active, occasion));
    case NOT: {
      const [part] = parts;
      if (part !== undefined) return (active, occasion) => !part(active, occasion);
    }
  }
  throw new ChartNotSupportedError('a guard of another kind than and, or, not, stateIn', where);
}

function compileStateIn(chart: Chart, id: unknown, where: string): Check {
  if (typeof id !== 'string' || !id.startsWith('#')) {
    throw new ChartNotSupportedError('stateIn with something else than an id', where);
  }
  const state = chart.getStateNodeById(id) as ChartState;
  return (active) => active.includes(state);
}
