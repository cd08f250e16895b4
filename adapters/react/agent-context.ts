import { createContext, useContext } from 'react';
import type { AnyAgent } from '../../src/any-agent/any-agent.js';
import type { SobotAgent } from '../sobot/index.js';

/** The agent that an `AgentProvider` gives to all below it. */
export const AgentContext = createContext<AnyAgent | null>(null);

/** The option that every hook takes besides. */
export interface AgentOption {
  /** The agent that is meant. Default: the provider's. */
  readonly agent?: AnyAgent | undefined;
}

/** The agent given, else the provider's; an error that names the hook if there is neither. */
export function useAgentFor(hook: string, given: AnyAgent | undefined): AnyAgent {
  const provided = useContext(AgentContext);
  const agent = given ?? provided;
  if (agent === null)
    throw new Error(`switchhook: ${hook} needs an agent: put an <AgentProvider> around, or give one as the option agent.`);
  return agent;
}

/**
 * The agent of the nearest provider. It is the provider's own object, so the type is for the caller to name. Default: that of
 * `createSobotAgent`.
 *
 * @throws Error outside of a provider.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a context does not know the type of what is in it
export function useAgent<Given extends AnyAgent = SobotAgent>(): Given {
  return useAgentFor('useAgent', undefined) as Given;
}
