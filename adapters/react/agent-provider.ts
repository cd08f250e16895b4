import { createElement, useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnyAgent } from '../../src/any-agent/any-agent.js';
import { AgentContext } from './agent-context.js';

/** An agent that lives elsewhere: the provider never disposes of it, and hooks follow if another one is given. */
interface GivenAgent {
  readonly agent: AnyAgent;
  readonly create?: undefined;
  readonly children?: ReactNode;
}

/** An agent that the provider makes and disposes of. */
interface MadeAgent {
  /**
   * Makes the agent; called once each time the provider is mounted, never while rendering and never on a server. A later
   * function is not called: give the provider another `key` to have another agent.
   */
  readonly create: () => AnyAgent;
  readonly agent?: undefined;
  /** Shown until there is an agent, which is after the first paint, and on a server. Default: nothing. */
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}

export type AgentProviderProps = GivenAgent | MadeAgent;

function Provided({ agent, children }: GivenAgent): ReactNode {
  return createElement(AgentContext.Provider, { value: agent }, children);
}

function Made({ create, fallback = null, children }: MadeAgent): ReactNode {
  const first = useRef(create);
  const [agent, setAgent] = useState<AnyAgent | null>(null);
  // In an effect: a render may be thrown away, and an agent made in it would be left behind. StrictMode runs the effect
  // twice; children see the second agent only.
  useEffect(() => {
    const made = first.current();
    setAgent(made);
    return () => {
      made.dispose();
    };
  }, []);
  return agent === null ? fallback : createElement(Provided, { agent }, children);
}

/**
 * Gives an agent to all hooks below: one that is there already (`agent`), or one that it makes and disposes of (`create`).
 *
 * @example
 * createElement(AgentProvider, { create: () => createSobotAgent(new SobotClient.agent()) }, createElement(PhoneBar));
 */
export function AgentProvider(props: AgentProviderProps): ReactNode {
  return props.create === undefined ? createElement(Provided, props) : createElement(Made, props);
}
