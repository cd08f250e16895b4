import type { AgentEvent } from '../../machines/index.js';
import { bothAfter, bothAt, disagreementsAt, type Both } from '../machines/engine/both-engines.js';
import { canBeMuted, keyOf, next, withOtherMicrophone, type Configuration } from './chart.js';
import { MICROPHONE_COMMANDS } from './events.js';

/*
 * The checks that a walk can make of each of its transitions, besides where it leads.
 */

let at: { readonly snapshot: Configuration; readonly both: Both } | null = null;

/** The same place on both engines; all events of a configuration are asked one after the other. */
function bothOnceAt(snapshot: Configuration): Both {
  if (at?.snapshot !== snapshot) at = { snapshot, both: bothAt(snapshot) };
  return at.both;
}

/** In what XState does otherwise than the compiled chart; empty: in nothing. */
export function unlikeXState(snapshot: Configuration, event: AgentEvent): readonly string[] {
  return bothAfter(bothOnceAt(snapshot), event).differences;
}

/** Which commands XState's `can` allows otherwise; empty: none. */
export function allowsUnlikeXState(snapshot: Configuration): readonly string[] {
  return disagreementsAt(bothOnceAt(snapshot));
}

const OWN = new Set<string>(MICROPHONE_COMMANDS.map(({ type }) => type));

/**
 * The difference that muting makes to another region; empty: none can see it.
 * The microphone's own two commands are left out: it takes one or the other.
 */
export function seesMicrophone(snapshot: Configuration, event: AgentEvent): readonly string[] {
  if (!canBeMuted(snapshot) || OWN.has(event.type)) return [];
  const [one, other] = [snapshot, withOtherMicrophone(snapshot)].map((from) => next(from, event));
  if (one === undefined || other === undefined) return [];
  const [key, otherKey] = [one, other].map((after) => `${keyOf(after, ['network', 'microphone'])} ${JSON.stringify(after.context)}`);
  return key === otherKey ? [] : [`with the microphone as it is ${key}, with the other ${otherKey}`];
}
