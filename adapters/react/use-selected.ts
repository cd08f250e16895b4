import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { AgentState } from '../../src/agent/agent-state.js';
import type { AnyAgent } from '../../src/any-agent/any-agent.js';
import { INITIAL_STATE } from '../../src/any-agent/initial-state.js';

/**
 * Reads a part of the state, and renders again when that part changes. `select` may be another function at each render,
 * and may return a new object each time: within a render every state is selected from once, and what is the same by
 * `same` keeps its reference.
 */
export function useSelected<Selected>(
  agent: AnyAgent,
  select: (state: AgentState) => Selected,
  same: (a: Selected, b: Selected) => boolean,
): Selected {
  const shown = useRef<{ readonly value: Selected } | null>(null);
  const selected = useMemo(() => {
    let last: { readonly from: AgentState; readonly value: Selected } | null = null;
    return (from: AgentState): Selected => {
      if (last?.from === from) return last.value;
      const value = select(from);
      const before = last ?? shown.current;
      last = { from, value: before !== null && same(before.value, value) ? before.value : value };
      return last.value;
    };
  }, [select, same]);
  const subscribe = useCallback(
    // Disposing changes the state, too, and is told as the end.
    (onChange: () => void) => agent.subscribe({ next: onChange, complete: onChange }),
    [agent],
  );
  const value = useSyncExternalStore(
    subscribe,
    () => selected(agent.getSnapshot()),
    () => selected(INITIAL_STATE),
  );
  useEffect(() => {
    shown.current = { value };
  }, [value]);
  return value;
}
