import { merge, NOTHING, type Attributes, type Confidential } from './confidential.js';

/** The ids by which a server fact names a leg; any of them may be missing. */
export interface LegRef {
  /** Id of the talk; the legs of a consult may share it. */
  readonly callID?: string | undefined;
  /** Id of the channel: one per party, so the surest way to tell legs apart. */
  readonly partyID?: string | undefined;
  /** `Inbound`, `Outbound`, `Internal`, `Consult` or what else the server says. */
  readonly callType?: string | undefined;
}

/** A leg the agent takes part in. Ids are null until the server has named them. */
export interface Leg {
  readonly callID: string | null;
  readonly partyID: string | null;
  readonly callType: string | null;
  /** Epoch ms at which the other side answered; null before. */
  readonly establishedAt: number | null;
  readonly details: Confidential<Attributes>;
}

/** How surely a reference means a leg. */
const Match = {
  none: 0,
  /** Nothing speaks against it, for want of ids. */
  possible: 1,
  /** The talk is the same, and so is the type as far as known. */
  byTalk: 2,
  byParty: 3,
} as const;

/** Legs are told apart by `partyID`, else by `callID` and `callType`. */
function match(leg: LegRef | Leg | null, ref: LegRef): number {
  if (leg === null) return Match.none;
  if (leg.partyID && ref.partyID) return leg.partyID === ref.partyID ? Match.byParty : Match.none;
  if (leg.callType && ref.callType && leg.callType !== ref.callType) return Match.none;
  if (leg.callID && ref.callID) return leg.callID === ref.callID ? Match.byTalk : Match.none;
  return Match.possible;
}

/** The legs known at one moment. */
export interface KnownLegs {
  readonly call: Leg | null;
  readonly consult: Leg | null;
  /** Legs that are over, newest first. */
  readonly ended: readonly LegRef[];
}

/** Which of the known legs a reference means. */
export type LegRole = 'call' | 'consult' | 'ended' | 'unknown';

/**
 * Which leg a reference means: the one it fits best. A leg that is over comes
 * before one whose ids are not known yet, so that a late release of the last
 * call cannot end the next. Where call and consult fit equally well (a shared
 * `callID` and nothing else), `ambiguous` decides.
 */
export function roleOf(
  legs: KnownLegs,
  ref: LegRef,
  ambiguous: 'call' | 'consult' = 'call',
): LegRole {
  const call = match(legs.call, ref);
  const consult = match(legs.consult, ref);
  const best = Math.max(call, consult);
  const over = Math.max(Match.none, ...legs.ended.map((leg) => match(leg, ref)));
  if (over >= Match.byTalk && over > best) return 'ended';
  if (best === Match.none) return 'unknown';
  if (call === consult) return ambiguous;
  return call === best ? 'call' : 'consult';
}

/** Whether the reference belongs to the same talk, whichever party it names. */
export function isSameTalk(legs: KnownLegs, ref: LegRef): boolean {
  const role = roleOf(legs, ref);
  if (role === 'call' || role === 'consult') return true;
  return ref.callID !== undefined && [legs.call, legs.consult].some((leg) => leg?.callID === ref.callID);
}

/**
 * The leg with the ids it lacked filled in from the reference. A party may move
 * on to another talk, as by a transfer: the party is what a leg is known by.
 */
export function identify(leg: Leg, ref: LegRef): Leg {
  const isSameParty = match(leg, ref) === Match.byParty;
  const [first, second] = isSameParty ? [ref, leg] : [leg, ref];
  return {
    ...leg,
    callID: first.callID ?? second.callID ?? null,
    partyID: leg.partyID ?? ref.partyID ?? null,
    callType: first.callType ?? second.callType ?? null,
  };
}

/** The leg with what a fact says of it; the same object if that is nothing new. */
export function updated(leg: Leg, fact: { readonly leg: LegRef; readonly details?: Leg['details'] | undefined }): Leg {
  const named = identify(leg, fact.leg);
  const details = merge(leg.details, fact.details);
  const isSame =
    named.callID === leg.callID &&
    named.partyID === leg.partyID &&
    named.callType === leg.callType &&
    details === leg.details;
  return isSame ? leg : { ...named, details };
}

/** A leg of which nothing is known. */
export const UNNAMED: Leg = {
  callID: null,
  partyID: null,
  callType: null,
  establishedAt: null,
  details: NOTHING,
};

/** How many legs that are over are remembered, so that late events of theirs change nothing. */
const ENDED_LEGS_KEPT = 32;

/** The list of ended legs with these added; legs the server never named are left out. */
export function remember(ended: readonly LegRef[], ...legs: (Leg | null)[]): readonly LegRef[] {
  const named = legs.flatMap((leg) =>
    leg !== null && (leg.callID !== null || leg.partyID !== null)
      ? [{
          callID: leg.callID ?? undefined,
          partyID: leg.partyID ?? undefined,
          callType: leg.callType ?? undefined,
        }]
      : [],
  );
  return named.length === 0 ? ended : [...named, ...ended].slice(0, ENDED_LEGS_KEPT);
}
