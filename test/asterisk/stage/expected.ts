import type { LegView, Truth } from '../../../adapters/simulator/index.js';
import { dnOf } from './legs.js';

function ownDn({ phoneType, ext, mobile }: Truth): string | null {
  return phoneType === 'pstn' ? mobile : ext;
}

/** Whether the agent's phone holds the talk that its leg is counted in: it neither hears the others nor is heard. */
function holds({ work, consult, onHold }: Truth): boolean {
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
  const holders = new Set(truths.filter(holds).map(ownDn));
  const isHeard = (leg: LegView): boolean => leg.state === 'up' && !lost.has(dnOf(leg.address));
  return new Map(
    legs.filter(isHeard).map((leg) => {
      const talk = legs.filter((other) => isHeard(other) && leg.conversation !== null && other.conversation === leg.conversation);
      const isThere = (other: LegView): boolean => !holders.has(dnOf(other.address));
      const heard = isThere(leg) ? talk.filter((other) => other !== leg && !other.muted && isThere(other)) : [];
      return [dnOf(leg.address), heard.map((other) => dnOf(other.address)).sort()];
    }),
  );
}
