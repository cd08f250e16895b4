import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';
import type { CommandName } from '../../machines/index.js';
import { executeOn } from '../../src/any-agent/any-agent.js';
import { sameStanding, standingOf, type CommandStanding } from '../../src/any-agent/command-standing.js';
import type { CommandArguments } from '../sobot/index.js';
import { agentGetter, type AgentOption } from './agent-injection.js';
import { usePresentState } from './use-present-state.js';

/** A command, as a button needs it: each of the refs is reactive by itself. */
export type Command<Name extends CommandName> = {
  readonly [Field in keyof CommandStanding]: ComputedRef<CommandStanding[Field]>;
} & {
  /**
   * Sends the command to the present agent. The promise resolves with the service's result, and rejects with a
   * `CommandError`; ignoring it causes no unhandled rejection.
   */
  readonly execute: (...args: CommandArguments<Name>) => Promise<unknown>;
};

/**
 * Whether a command is allowed, why not, whether it is under way, and the function that sends it. It ends with its scope.
 *
 * @example
 * const { allowed, whyNot, execute } = useCommand('holdCall');
 * // <button :disabled="!allowed" :title="whyNot?.advice" @click="execute()">Hold</button>
 *
 * @throws Error if no agent is provided and none is given as the option `agent`.
 */
export function useCommand<Name extends CommandName>(name: MaybeRefOrGetter<Name>, { agent: given }: AgentOption = {}): Command<Name> {
  const agentNow = agentGetter('useCommand', given);
  const present = usePresentState(agentNow);
  const standing = computed<CommandStanding>((before) => {
    const { agent, state } = present.value;
    const now = standingOf(agent, state, toValue(name));
    return before !== undefined && sameStanding(before, now) ? before : now;
  });
  return {
    allowed: computed(() => standing.value.allowed),
    whyNot: computed(() => standing.value.whyNot),
    pending: computed(() => standing.value.pending),
    execute: (...[parameters]) => executeOn(agentNow(), toValue(name), parameters),
  };
}
