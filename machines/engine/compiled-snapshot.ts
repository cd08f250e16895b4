import type { StateValue } from 'xstate';
import type { ChartState } from './chart.js';
import type { History } from './entry.js';

/** The names of the active states within one. */
function valueOf(state: ChartState, active: readonly ChartState[]): StateValue {
  const within = active.filter(({ parent }) => parent === state);
  const [only] = within;
  if (state.type === 'compound' && only !== undefined && Object.keys(only.states).length === 0) return only.key;
  return Object.fromEntries(within.map((each) => [each.key, valueOf(each, active)]));
}

/** Where a compiled chart stands. Immutable; the same object as before where an event changes nothing. */
export class CompiledSnapshot<Context extends object = object> {
  readonly status: 'active' | 'stopped';
  /** The active states, in XState's order: it decides which of two obsolete commands ends first. */
  readonly _nodes: readonly ChartState[];
  readonly context: Context;
  readonly historyValue: History;
  #value: StateValue | undefined;

  constructor(nodes: readonly ChartState[], context: Context, historyValue: History, status: 'active' | 'stopped' = 'active') {
    this._nodes = nodes;
    this.context = context;
    this.historyValue = historyValue;
    this.status = status;
  }

  /** The active states by name, as XState's snapshots have them. */
  get value(): StateValue {
    const [root] = this._nodes;
    if (root === undefined) return {};
    return (this.#value ??= valueOf(root, this._nodes));
  }

  /** What JSON shows of it: names in place of states. */
  toJSON(): unknown {
    const { status, value, context } = this;
    return { status, value, context };
  }
}
