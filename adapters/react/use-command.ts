import { useCallback, useMemo } from 'react';
import type { CommandName } from '../../machines/index.js';
import { executeOn } from '../../src/any-agent/any-agent.js';
import { sameStanding, standingOf, type CommandStanding } from '../../src/any-agent/command-standing.js';
import type { AgentState } from '../../src/agent/agent-state.js';
import type { CommandArguments } from '../sobot/index.js';
import { useAgentFor, type AgentOption } from './agent-context.js';
import { useSelected } from './use-selected.js';

/** A command, as a button needs it. */
export interface Command<Name extends CommandName> extends CommandStanding {
  /**
   * Sends the command; the same function until another agent is given. The promise resolves with the service's result, and
   * rejects with a `CommandError`; ignoring it causes no unhandled rejection.
   */
  readonly execute: (...args: CommandArguments<Name>) => Promise<unknown>;
}

/**
 * Whether a command is allowed, why not, whether it is under way, and the function that sends it. The component renders
 * again when one of these changes.
 *
 * @example
 * const hold = useCommand('holdCall');
 * // <button disabled={!hold.allowed} title={hold.whyNot?.advice} onClick={() => hold.execute()}>Hold</button>
 *
 * @throws Error if there is neither a provider nor the option `agent`.
 */
export function useCommand<Name extends CommandName>(name: Name, { agent: given }: AgentOption = {}): Command<Name> {
  const agent = useAgentFor('useCommand', given);
  const select = useCallback((state: AgentState) => standingOf(agent, state, name), [agent, name]);
  const standing = useSelected(agent, select, sameStanding);
  const execute = useCallback((...[parameters]: CommandArguments<Name>) => executeOn(agent, name, parameters), [agent, name]);
  return useMemo(() => ({ ...standing, execute }), [standing, execute]);
}
