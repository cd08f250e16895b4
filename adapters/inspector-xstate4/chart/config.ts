/** An action or a guard of a chart's. */
export type Named = string | { readonly type: string; readonly params?: unknown };

export interface TransitionConfig {
  readonly target?: string | readonly string[];
  readonly guard?: Named;
  readonly actions?: Named | readonly Named[];
  readonly reenter?: boolean;
  readonly description?: string;
}

export type Transitions = string | TransitionConfig | readonly (string | TransitionConfig)[] | undefined;

/** A state of a chart as XState 5 writes it: those attributes that the agent's chart has. */
export interface StateConfig {
  readonly id?: string;
  readonly type?: string;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, Transitions>>;
  readonly always?: Transitions;
  readonly entry?: Named | readonly Named[];
  readonly exit?: Named | readonly Named[];
  readonly history?: unknown;
  readonly target?: string;
  readonly meta?: unknown;
  readonly tags?: unknown;
  readonly description?: string;
}

export function listOf<T>(given: T | readonly T[] | undefined): readonly T[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly T[]) : [given as T];
}
