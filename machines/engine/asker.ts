import type { ChartState } from './chart.js';
import { firstPassing, type Candidate, type Handler } from './candidate.js';

/** The question to a state about one event. */
interface Question extends Handler<Candidate> {
  readonly event: { readonly type: string };
  /** The states within that know the event, too: where one of them answers, this one is not asked. */
  readonly within: readonly Handler<Candidate>[];
}

function takes({ event, candidates, within }: Question, active: readonly ChartState[], context: unknown): boolean {
  const occasion = { context, event };
  for (const inner of within) {
    if (active.includes(inner.state) && firstPassing(inner.candidates, active, occasion) !== null) return false;
  }
  return firstPassing(candidates, active, occasion)?.isRefusal === false;
}

const NOTHING: readonly never[] = [];

/**
 * Tells which of some events would be taken and not refused: one of them, or
 * all in one pass over the active states and their transitions. Both put the
 * same questions.
 */
export class Asker<Type extends string> {
  readonly #types: readonly Type[];
  readonly #byType: ReadonlyMap<Type, readonly Question[]>;
  /** By the order of each state, its questions, each with the index of its event. */
  readonly #byState: (readonly { readonly index: number; readonly question: Question }[])[] = [];

  constructor(types: readonly Type[], questions: readonly (readonly Question[])[]) {
    this.#types = types;
    this.#byType = new Map(types.map((type, index) => [type, questions[index] ?? NOTHING]));
    for (const [index, ofType] of questions.entries()) {
      for (const question of ofType) {
        const { order } = question.state;
        this.#byState[order] = [...(this.#byState[order] ?? NOTHING), { index, question }];
      }
    }
  }

  takes(type: Type, active: readonly ChartState[], context: unknown): boolean {
    const questions = this.#byType.get(type) ?? NOTHING;
    return questions.some((question) => active.includes(question.state) && takes(question, active, context));
  }

  allTaken(active: readonly ChartState[], context: unknown): readonly Type[] {
    const isTaken = new Uint8Array(this.#types.length);
    for (const { order } of active) {
      for (const { index, question } of this.#byState[order] ?? NOTHING) {
        if (takes(question, active, context)) isTaken[index] = 1;
      }
    }
    const taken: Type[] = [];
    for (const [index, type] of this.#types.entries()) if (isTaken[index] === 1) taken.push(type);
    return taken;
  }
}
