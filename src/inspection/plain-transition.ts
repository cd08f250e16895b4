import type { AnyTransitionDefinition } from 'xstate';
import { plain } from './plain.js';

/** The attributes of a transition that are data, or have ids. */
interface Shown {
  readonly eventType: string;
  readonly source: { readonly id: string };
  readonly target?: readonly { readonly id: string }[];
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
}

/** The transition as data: states by their ids, as `#id`. */
export function plainTransition(transition: AnyTransitionDefinition): AnyTransitionDefinition {
  const { eventType, source, target, guard, actions, reenter } = transition as Shown;
  return plain({
    eventType,
    source: `#${source.id}`,
    target: target?.map(({ id }) => `#${id}`),
    guard,
    actions,
    reenter,
  }) as AnyTransitionDefinition;
}
