import { Asker } from './asker.js';
import { firstPassing, type Candidate, type Handler } from './candidate.js';
import { isWithin, type ChartState, type ChartTransition } from './chart.js';
import type { Occasion } from './guards.js';

interface Named {
  readonly type: string;
}

/** How many event types are remembered: made-up names must not fill the memory. */
const TYPES_KEPT = 256;

/** Whether a descriptor of the chart (`call.held`, `call.*`, `*`) means events of this type. */
function means(descriptor: string, type: string): boolean {
  if (descriptor === type || descriptor === '*') return true;
  if (!descriptor.endsWith('.*')) return false;
  const stem = descriptor.slice(0, -2);
  return type === stem || type.startsWith(`${stem}.`);
}

/**
 * Finds the transitions that an event leads to, as XState does: of nested
 * states the innermost answers, and states side by side answer each for
 * itself. The memory holds states of the chart by event type, so it does not
 * grow with what the chart goes through.
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

  /** The asker about these events: it tells which of them would be taken, and not refused. */
  asker<Type extends string>(types: readonly Type[]): Asker<Type> {
    const byType = types.map((type) => {
      const handlers = this.#handlersOf(type);
      return handlers.map(({ state, candidates }) => ({
        state,
        event: { type },
        candidates,
        within: handlers.filter((other) => isWithin(other.state, state)),
      }));
    });
    return new Asker(types, byType);
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
