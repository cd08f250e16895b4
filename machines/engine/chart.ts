/*
 * The parts of an XState chart that are read here. XState's own declarations
 * of them are full of `any`; these say what there is.
 */

/** A state of the chart. */
export interface ChartState {
  readonly id: string;
  readonly key: string;
  /** Position in the order of declaration: the states within come right after it. */
  readonly order: number;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'history' | 'final';
  readonly parent: ChartState | undefined;
  readonly path: readonly string[];
  readonly states: Readonly<Record<string, ChartState>>;
  readonly history: 'shallow' | 'deep' | false;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly transitions: ReadonlyMap<string, readonly ChartTransition[]>;
  readonly always: readonly ChartTransition[] | undefined;
  readonly initial: { readonly target: readonly ChartState[]; readonly actions: readonly unknown[] };
  readonly config: Readonly<Record<string, unknown>>;
}

export interface ChartTransition {
  readonly source: ChartState;
  /** Undefined: no state is left. */
  readonly target: readonly ChartState[] | undefined;
  readonly guard: unknown;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

/** A chart with the functions that its guards and actions are named after. */
export interface Chart {
  readonly root: ChartState;
  readonly implementations: {
    readonly guards: Readonly<Record<string, unknown>>;
    readonly actions: Readonly<Record<string, unknown>>;
  };
  getStateNodeById(id: string): unknown;
}

/** The states below a state, without those that only remember. */
export function childrenOf(state: ChartState): readonly ChartState[] {
  return Object.values(state.states).filter(({ type }) => type !== 'history');
}

/** XState counts final states as atomic, too; a compiled chart has none. */
export function isAtomic({ type }: ChartState): boolean {
  return type === 'atomic';
}

/** Whether a state lies within another, at whatever depth. */
export function isWithin(state: ChartState, outer: ChartState): boolean {
  for (let above = state.parent; above !== undefined; above = above.parent) if (above === outer) return true;
  return false;
}

/** The states above a state, the next one first. */
export function ancestorsOf({ parent }: ChartState): readonly ChartState[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}

/** Thrown when compiling: the chart uses what only XState's own interpreter knows. */
export class ChartNotSupportedError extends Error {
  override readonly name = 'ChartNotSupportedError';

  constructor(what: string, where: string) {
    super(`switchhook: ${where} uses ${what}, which a compiled chart does not know; run it on XState's own actor.`);
  }
}
