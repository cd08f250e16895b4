import type { AnyTransitionDefinition } from 'xstate';
import { plain } from './plain.js';

/** The transition as data: states by their ids, as `#id`. */
export function plainTransition(transition: AnyTransitionDefinition): AnyTransitionDefinition {
  const { eventType, source, target, guard, actions, reenter } = transition;
  return plain({
    eventType,
    source: `#${source.id}`,
    target: target?.map(({ id }) => `#${id}`),
    guard,
    actions,
    reenter,
  }) as AnyTransitionDefinition;
}
