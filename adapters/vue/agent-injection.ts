import { hasInjectionContext, inject, provide, toRaw, toValue, type InjectionKey, type MaybeRefOrGetter } from 'vue';
import type { AnyAgent } from '../../src/any-agent/any-agent.js';

/** An agent, or a ref or getter of one: whoever uses it follows when it changes. */
export type GivenAgent = MaybeRefOrGetter<AnyAgent>;

const AGENT: InjectionKey<GivenAgent> = Symbol('switchhook agent');

/** The option that every composable takes besides. */
export interface AgentOption {
  /** The agent that is meant. Default: the provided one. */
  readonly agent?: GivenAgent | undefined;
}

/**
 * Gives an agent to the composables of all components below. It is not disposed of: that is for whoever has made it.
 *
 * @example
 * const agent = createSobotAgent(new SobotClient.agent());
 * provideAgent(agent);
 * onScopeDispose(() => agent.dispose());
 */
export function provideAgent(agent: GivenAgent): void {
  provide(AGENT, agent);
}

/** The present agent: the one given, else the provided one; an error that names the composable if there is neither. */
export function agentGetter(composable: string, given: GivenAgent | undefined): () => AnyAgent {
  const agent = given ?? (hasInjectionContext() ? inject(AGENT, null) : null);
  if (agent === null) {
    throw new Error(`switchhook: ${composable} needs an agent: call provideAgent in a component above, or give one as the option agent.`);
  }
  // A ref made by `ref` gives a proxy, which has no private members.
  return () => toRaw(toValue(agent));
}
