import { hasInjectionContext, inject, shallowRef, ssrContextKey, watch, type ShallowRef } from 'vue';
import type { AgentState } from '../../src/agent/agent-state.js';
import type { AnyAgent } from '../../src/any-agent/any-agent.js';

/** Whether a server renders at this moment: then nobody would ever stop listening. */
function isOnServer(): boolean {
  return hasInjectionContext() && inject<object | null>(ssrContextKey, null) !== null;
}

/** An agent with its state at this moment: a reason is to be had for this state only. */
export interface Present {
  readonly agent: AnyAgent;
  readonly state: AgentState;
}

/** The present state of the present agent, until the scope ends: that of a component, or any other. */
export function usePresentState(agentNow: () => AnyAgent): Readonly<ShallowRef<Present>> {
  const read = (agent: AnyAgent): Present => ({ agent, state: agent.getSnapshot() });
  const present = shallowRef(read(agentNow()));
  if (isOnServer()) return present;
  watch(
    agentNow,
    (agent, _before, onCleanup) => {
      const update = () => {
        present.value = read(agent);
      };
      // Disposing changes the state, too, and is told as the end.
      onCleanup(agent.subscribe({ next: update, complete: update }));
      update();
    },
    { immediate: true, flush: 'sync' },
  );
  return present;
}
