import { isWithin, type Chart, type ChartState, type ChartTransition } from './chart.js';
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
interface Handler<Prepared> {
  readonly state: ChartState;
  readonly candidates: readonly Prepared[];
}

/** What a state is asked about one of several events. */
interface Question<Prepared> {
  /** Which of the events it is. */
  readonly index: number;
  readonly event: Named;
  readonly candidates: readonly Prepared[];
  /** The states within that know the event, too: where one of them answers, this one is not asked. */
  readonly within: readonly Handler<Prepared>[];
}

interface Named {
  readonly type: string;
}

/** How many event types are remembered: made-up names must not fill the memory. */
const TYPES_KEPT = 256;

/** The transition with its guard as a function. */
export function candidateOf(chart: Chart, transition: ChartTransition): Candidate {
  const { guard, target, actions, source } = transition;
  return {
    transition,
    passes: guard === undefined ? null : compileGuard(chart, guard, `state '${source.id}'`),
    isRefusal: target === undefined && actions.length === 0,
  };
}

/** Whether a descriptor of the chart (`call.held`, `call.*`, `*`) means events of this type. */
function means(descriptor: string, type: string): boolean {
  if (descriptor === type || descriptor === '*') return true;
  if (!descriptor.endsWith('.*')) return false;
  const stem = descriptor.slice(0, -2);
  return type === stem || type.startsWith(`${stem}.`);
}

function firstPassing<Prepared extends Candidate>(
  candidates: readonly Prepared[],
  active: readonly ChartState[],
  occasion: Occasion,
): Prepared | null {
  for (const candidate of candidates) if (candidate.passes?.(active, occasion) ?? true) return candidate;
  return null;
}

const NO_QUESTIONS: readonly never[] = [];

function takes({ event, candidates, within }: Question<Candidate>, active: readonly ChartState[], context: unknown): boolean {
  const occasion = { context, event };
  for (const inner of within) {
    if (active.includes(inner.state) && firstPassing(inner.candidates, active, occasion) !== null) return false;
  }
  return firstPassing(candidates, active, occasion)?.isRefusal === false;
}

/**
 * Finds the transitions that an event leads to, as XState does: of a state and
 * what is within it the innermost answers, and states side by side answer each
 * for itself. What is remembered belongs to states of the chart, so it does
 * not grow with what the chart goes through.
 */
export class Selection<Prepared extends Candidate> {
  readonly #root: ChartState;
  readonly #prepare: (transition: ChartTransition) => Prepared;
  readonly #handlers = new Map<string, readonly Handler<Prepared>[]>();

  /** `prepare` is called once for each transition and event type that it answers to. */
  constructor(root: ChartState, prepare: (transition: ChartTransition) => Prepared) {
    this.#root = root;
    this.#prepare = prepare;
  }

  /** The transitions to be taken, in the order in which XState finds them. */
  select(active: readonly ChartState[], occasion: Occasion<unknown, Named>): readonly Prepared[] {
    const selected: Prepared[] = [];
    for (const { state, candidates } of this.#handlersOf(occasion.event.type)) {
      if (!active.includes(state) || selected.some(({ transition }) => isWithin(transition.source, state))) continue;
      const candidate = firstPassing(candidates, active, occasion);
      if (candidate !== null) selected.push(candidate);
    }
    return selected;
  }

  /**
   * A function that tells which of these events would be taken and not refused,
   * in one pass over the active states and their transitions.
   */
  asker<Type extends string>(types: readonly Type[]): (active: readonly ChartState[], context: unknown) => readonly Type[] {
    const byState: (readonly Question<Prepared>[])[] = [];
    types.forEach((type, index) => {
      const handlers = this.#handlersOf(type);
      for (const { state, candidates } of handlers) {
        const within = handlers.filter((other) => isWithin(other.state, state));
        const question = { index, event: { type }, candidates, within };
        byState[state.order] = [...(byState[state.order] ?? []), question];
      }
    });
    const nothing = types.map(() => false);
    return (active, context) => {
      const isTaken = nothing.slice();
      for (const { order } of active) {
        for (const question of byState[order] ?? NO_QUESTIONS) {
          if (takes(question, active, context)) isTaken[question.index] = true;
        }
      }
      const taken: Type[] = [];
      for (const [index, type] of types.entries()) if (isTaken[index] === true) taken.push(type);
      return taken;
    };
  }

  #handlersOf(type: string): readonly Handler<Prepared>[] {
    const known = this.#handlers.get(type);
    if (known !== undefined) return known;
    const handlers = this.#handlersIn(this.#root, type);
    if (this.#handlers.size < TYPES_KEPT) this.#handlers.set(type, handlers);
    return handlers;
  }

  /** The states that know the event, those within a state before itself. */
  #handlersIn(state: ChartState, type: string): readonly Handler<Prepared>[] {
    const within = Object.values(state.states).flatMap((child) => this.#handlersIn(child, type));
    const candidates = [...state.transitions.keys()]
      .filter((descriptor) => means(descriptor, type))
      // The longest descriptor is the most particular one, the type itself before all.
      .sort((a, b) => Number(b === type) - Number(a === type) || b.length - a.length)
      .flatMap((descriptor) => state.transitions.get(descriptor) ?? [])
      .map(this.#prepare);
    return candidates.length === 0 ? within : [...within, { state, candidates }];
  }
}
