import { computed, type ShallowRef } from 'vue';
import type { AgentState } from '../../src/agent/agent-state.js';
import { shallow } from '../../src/any-agent/shallow.js';
import { agentGetter, type AgentOption } from './agent-injection.js';
import { usePresentState } from './use-present-state.js';

export interface UseAgentStateOptions<Selected> extends AgentOption {
  /** Whether two selected values are the same, so that nothing is triggered. Default: the same, or objects or lists of the same parts. */
  readonly compare?: (before: Selected, now: Selected) => boolean;
}

const whole = (state: AgentState) => state;

/**
 * The agent's state, or the part that the selector picks, as a ref that cannot be set and is not reactive within. It
 * triggers when that part changes, and follows the refs that the selector reads and another agent. It ends with its scope,
 * be that of a component or not; on a server it is the state at the moment of rendering.
 *
 * @example
 * const work = useAgentState((state) => state.work);
 *
 * @throws Error if no agent is provided and none is given as the option `agent`.
 */
export function useAgentState(selector?: undefined, options?: UseAgentStateOptions<AgentState>): Readonly<ShallowRef<AgentState>>;
export function useAgentState<Selected>(
  selector: (state: AgentState) => Selected,
  options?: UseAgentStateOptions<Selected>,
): Readonly<ShallowRef<Selected>>;
export function useAgentState(
  selector: (state: AgentState) => unknown = whole,
  { compare = shallow, agent }: UseAgentStateOptions<never> = {},
): Readonly<ShallowRef<unknown>> {
  const present = usePresentState(agentGetter('useAgentState', agent));
  const selected = computed<{ readonly value: unknown }>((before) => {
    const value = selector(present.value.state);
    return before !== undefined && compare(before.value as never, value as never) ? before : { value };
  });
  return computed(() => selected.value.value);
}
