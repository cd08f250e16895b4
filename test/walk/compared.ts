import type { AgentEvent } from '../../machines/index.js';
import { bothAfter, bothAt, disagreementsAt } from '../machines/engine/both-engines.js';
import { canBeMuted, keyOf, next, withOtherMicrophone, type Configuration } from './chart.js';
import { MICROPHONE_COMMANDS } from './events.js';

/*
 * What a walk can ask of each of its transitions, besides where it leads.
 */

let asked: { readonly snapshot: Configuration; readonly both: ReturnType<typeof bothAt>; readonly wrong: readonly string[] } | null = null;

/** In what XState does otherwise than the compiled chart; empty: in nothing. */
export function unlikeXState(snapshot: Configuration, event: AgentEvent): readonly string[] {
  // All events of a configuration are asked one after the other.
  if (asked?.snapshot !== snapshot) {
    const both = bothAt(snapshot);
    asked = { snapshot, both, wrong: disagreementsAt(both) };
  }
  return [...asked.wrong, ...bothAfter(asked.both, event).differences];
}

const OWN = new Set<string>(MICROPHONE_COMMANDS.map(({ type }) => type));

/**
 * What another region makes of whether the microphone is muted; empty: it
 * cannot see it. Its own two commands are left out: it takes one or the other.
 */
export function seesMicrophone(snapshot: Configuration, event: AgentEvent): readonly string[] {
  if (!canBeMuted(snapshot) || OWN.has(event.type)) return [];
  const [one, other] = [snapshot, withOtherMicrophone(snapshot)].map((from) => next(from, event));
  if (one === undefined || other === undefined) return [];
  const [key, otherKey] = [one, other].map((after) => `${keyOf(after, ['network', 'microphone'])} ${JSON.stringify(after.context)}`);
  return key === otherKey ? [] : [`with the microphone as it is ${key}, with the other ${otherKey}`];
}
