import { and, not, or, stateIn } from 'xstate';
import { ChartNotSupportedError, type Chart, type ChartState } from './chart.js';

/** The input of a guard. */
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
  const { type, params } = (typeof guard === 'object' ? guard : { type: guard }) as { readonly type: unknown; readonly params?: unknown };
  const decide = typeof type === 'string' ? chart.implementations.guards[type] : type;
  if (typeof decide !== 'function' || typeof params === 'function') {
    throw new ChartNotSupportedError(`guard '${String(type)}' without a function, or with computed parameters,`, where);
  }
  if ('check' in decide) return compileBuiltin(chart, decide as unknown as BuiltinGuard, where);
  return (_, occasion) => (decide as (occasion: Occasion, params: unknown) => boolean)(occasion, params);
}

function compileBuiltin(chart: Chart, { check, guards = [], stateValue }: BuiltinGuard, where: string): Check {
  const parts = guards.map((guard) => compileGuard(chart, guard, where));
  const all: Check = (active, occasion) => parts.every((part) => part(active, occasion));
  if (check === AND) return all;
  if (check === OR) return (active, occasion) => parts.some((part) => part(active, occasion));
  if (check === NOT) return (active, occasion) => !all(active, occasion);
  if (check === STATE_IN && typeof stateValue === 'string' && stateValue.startsWith('#')) {
    const state = chart.getStateNodeById(stateValue) as ChartState;
    return (active) => active.includes(state);
  }
  throw new ChartNotSupportedError('a guard of another kind than and, or, not, stateIn of an id,', where);
}
