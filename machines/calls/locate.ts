import { isWithAnother, Match, matchOf, type Call } from './call.js';
import { agrees, type LegRef } from './leg-ref.js';
import type { OverLeg, Roster } from './roster.js';

/** Where a leg that a reference means stands. */
type Place = 'call' | 'third' | 'waiting' | 'over' | 'unknown';

export interface Located {
  readonly place: Place;
  /** The call it belongs to, unless it is over or unknown. */
  readonly call: Call | null;
  /** The call is known, and the leg is none that was heard of. */
  readonly isOtherLeg: boolean;
  readonly over: OverLeg | null;
  /** The customer's call and the third party's fit equally well. */
  readonly isAmbiguous: boolean;
}

const NOWHERE: Located = { place: 'unknown', call: null, isOtherLeg: false, over: null, isAmbiguous: false };

function matchOfOver(over: OverLeg, { callID, partyID, callType }: LegRef): number {
  if (over.partyID && partyID) return over.partyID === partyID ? Match.byParty : Match.none;
  if (!agrees(over.callType, callType)) return Match.none;
  return over.callID && over.callID === callID ? Match.byCall : Match.none;
}

/**
 * Which leg a reference means: the one it fits best. A leg that is over comes
 * before one whose ids are not known yet, so that a late release of the last
 * call cannot end the next.
 */
export function locate({ call, third, waiting, over }: Roster, ref: LegRef): Located {
  let best = matchOf(call, ref);
  let found: Located = best === Match.none ? NOWHERE : at('call', call, best);
  const ofThird = matchOf(third, ref);
  // A further leg of the call, where the third party's has not been named: in a consult on a consult, the types tell nothing.
  const isUnnamedThird = ofThird === Match.possible && (best === Match.otherLeg || (best === Match.byCall && isWithAnother(call, ref)));
  if (ofThird > best || isUnnamedThird) found = at('third', third, ofThird);
  else if (ofThird === best && best > Match.none) found = { ...found, isAmbiguous: true };
  best = Math.max(best, ofThird);
  for (const each of waiting) {
    const match = matchOf(each, ref);
    if (match <= best) continue;
    best = match;
    found = at('waiting', each, match);
  }
  for (const each of over) {
    const match = matchOfOver(each, ref);
    if (match <= best) continue;
    best = match;
    found = { ...NOWHERE, place: 'over', over: each };
  }
  return found;
}

function at(place: Place, call: Call | null, match: number): Located {
  return { ...NOWHERE, place, call, isOtherLeg: match === Match.otherLeg };
}

/** The same as `found`, where both the customer's and the third party's call fit, of which `third` is meant. */
export function rather(found: Located, { third }: Roster): Located {
  return found.isAmbiguous ? { ...found, place: 'third', call: third } : found;
}
