import type { StateValue } from 'xstate';
import type { ChartState } from './chart.js';
import type { History } from './entry.js';
import { stateValueOf } from './state-value.js';

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
    return (this.#value ??= stateValueOf(this._nodes));
  }

  /** The form that JSON shows: names in place of states. */
  toJSON(): unknown {
    const { status, value, context } = this;
    return { status, value, context };
  }
}
