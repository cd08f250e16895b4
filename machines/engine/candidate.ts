import type { Chart, ChartState, ChartTransition } from './chart.js';
import { compileGuard, type Check, type Occasion } from './guards.js';

/** A transition that may be taken, with its guard as a function. */
export interface Candidate {
  readonly transition: ChartTransition;
  /** Null: nothing is asked. */
  readonly passes: Check | null;
  /** Leads nowhere and does nothing: it is there to say no. */
  readonly isRefusal: boolean;
}

/** A state that knows an event, with what it would do, the most particular first. */
export interface Handler<Prepared> {
  readonly state: ChartState;
  readonly candidates: readonly Prepared[];
}

/** The transition with its guard as a function. */
export function candidateOf(chart: Chart, transition: ChartTransition): Candidate {
  const { guard, target, actions, source } = transition;
  return {
    transition,
    passes: guard === undefined ? null : compileGuard(chart, guard, `state '${source.id}'`),
    isRefusal: target === undefined && actions.length === 0,
  };
}

/** The transition that a state takes, if it takes one. */
export function firstPassing<Prepared extends Candidate>(
  candidates: readonly Prepared[],
  active: readonly ChartState[],
  occasion: Occasion,
): Prepared | null {
  for (const candidate of candidates) if (candidate.passes?.(active, occasion) ?? true) return candidate;
  return null;
}
