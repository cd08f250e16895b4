import type { LegView, Truth } from '../../../adapters/simulator/index.js';
import { dnOf } from './legs.js';

/** The phone that the agent talks with: one of two, perhaps. */
function ownDn({ phoneType, ext, mobile, call }: Truth): string | null {
  return call !== null && call.thisDN !== '' ? call.thisDN : phoneType === 'pstn' ? mobile : ext;
}

/** Whether the agent's phone holds the talk with these phones: it neither hears the others nor is heard. */
function holds({ work, consult, onHold, waiting }: Truth, dns: readonly string[]): boolean {
  const beside = waiting.find(({ otherDN }) => dns.includes(otherDN));
  if (beside !== undefined) return beside.work === 'holding';
  if (work === 'consulting' && consult?.phase === 'talking') return onHold === 'thirdParty';
  return onHold !== null;
}

export interface Hearing {
  readonly truths: readonly Truth[];
  readonly legs: readonly LegView[];
  /** Phones that have lost their connection, and neither say nor hear anything. */
  readonly lost: ReadonlySet<string>;
}

/** Whom each connected phone must hear, by what the desk knows. */
export function expectedHearing({ truths, legs, lost }: Hearing): ReadonlyMap<string, readonly string[]> {
  const isHeard = (leg: LegView): boolean => leg.state === 'up' && !lost.has(dnOf(leg.address));
  const heard = new Map<string, readonly string[]>();
  for (const leg of legs.filter(isHeard)) {
    const dn = dnOf(leg.address);
    const talk = legs.filter((other) => isHeard(other) && leg.conversation !== null && other.conversation === leg.conversation);
    const dns = talk.map(({ address }) => dnOf(address));
    const isThere = (other: string): boolean => !truths.some((truth) => ownDn(truth) === other && holds(truth, dns));
    const others = isThere(dn) ? talk.filter((other) => other !== leg && !other.muted).map(({ address }) => dnOf(address)) : [];
    // A phone with two calls has one ear.
    heard.set(dn, [...(heard.get(dn) ?? []), ...others.filter(isThere)].sort());
  }
  return heard;
}
