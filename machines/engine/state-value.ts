import type { StateValue } from 'xstate';
import type { ChartState } from './chart.js';

function valueWithin(state: ChartState, active: readonly ChartState[]): StateValue {
  const within = active.filter(({ parent }) => parent === state);
  const leaf = within.find(({ states }) => Object.keys(states).length === 0);
  if (state.type === 'compound' && leaf !== undefined) return leaf.key;
  return Object.fromEntries(within.map((each) => [each.key, valueWithin(each, active)]));
}

/** The active states by name, as XState's snapshots have them; the first of them is the whole chart. */
export function stateValueOf(active: readonly ChartState[]): StateValue {
  const [root] = active;
  return root === undefined ? {} : valueWithin(root, active);
}
