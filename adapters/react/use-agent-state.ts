import type { AgentState } from '../../src/agent/agent-state.js';
import { shallow } from '../../src/any-agent/shallow.js';
import { useAgentFor, type AgentOption } from './agent-context.js';
import { useSelected } from './use-selected.js';

export interface UseAgentStateOptions<Selected> extends AgentOption {
  /** Whether two selected values are the same, so that nothing is rendered. Default: the same, or objects or lists of the same parts. */
  readonly compare?: (before: Selected, now: Selected) => boolean;
}

const whole = (state: AgentState) => state;

/**
 * The agent's state, or the part that the selector picks; the component renders again when that part changes, and not for
 * anything else. On a server, and while a page hydrates, it is the state of an agent to whom nothing has happened yet.
 *
 * @example
 * const work = useAgentState((state) => state.work);
 *
 * @throws Error if there is neither a provider nor the option `agent`.
 */
export function useAgentState(selector?: undefined, options?: UseAgentStateOptions<AgentState>): AgentState;
export function useAgentState<Selected>(selector: (state: AgentState) => Selected, options?: UseAgentStateOptions<Selected>): Selected;
export function useAgentState(
  selector: (state: AgentState) => unknown = whole,
  { compare = shallow, agent }: UseAgentStateOptions<never> = {},
): unknown {
  return useSelected(useAgentFor('useAgentState', agent), selector, compare as (before: unknown, now: unknown) => boolean);
}
