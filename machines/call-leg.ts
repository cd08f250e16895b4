import type { Attributes, Confidential } from './confidential.js';

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

/** How surely a reference means a leg: by its ids, for want of ids, or not at all. */
type Match = 'certain' | 'possible' | 'none';

/** Legs are told apart by `partyID`, else by `callID` and `callType`. */
function matches(leg: LegRef | Leg, ref: LegRef): Match {
  if (leg.partyID && ref.partyID) return leg.partyID === ref.partyID ? 'certain' : 'none';
  if (leg.callType && ref.callType && leg.callType !== ref.callType) return 'none';
  if (leg.callID && ref.callID) return leg.callID === ref.callID ? 'certain' : 'none';
  return 'possible';
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
 * Which leg a reference means. Certain matches come before possible ones, and
 * a leg that is over before one whose ids are not known yet, so that a late
 * release of the last call cannot end the next. Where call and consult fit
 * equally well (a shared `callID` and nothing else), `ambiguous` decides.
 */
export function roleOf(
  legs: KnownLegs,
  ref: LegRef,
  ambiguous: 'call' | 'consult' = 'call',
): LegRole {
  const call = legs.call === null ? 'none' : matches(legs.call, ref);
  const consult = legs.consult === null ? 'none' : matches(legs.consult, ref);
  if (call === 'certain' && consult === 'certain') return ambiguous;
  if (call === 'certain') return 'call';
  if (consult === 'certain') return 'consult';
  if (legs.ended.some((leg) => matches(leg, ref) === 'certain')) return 'ended';
  if (call === 'possible' && consult === 'possible') return ambiguous;
  if (consult === 'possible') return 'consult';
  return call === 'possible' ? 'call' : 'unknown';
}

/** Whether the reference belongs to the same talk, whichever party it names. */
export function isSameTalk(legs: KnownLegs, ref: LegRef): boolean {
  const role = roleOf(legs, ref);
  if (role === 'call' || role === 'consult') return true;
  return ref.callID !== undefined && [legs.call, legs.consult].some((leg) => leg?.callID === ref.callID);
}

/** The leg with the ids it lacked filled in from the reference. */
export function identify<T extends Leg>(leg: T, ref: LegRef): T {
  return {
    ...leg,
    callID: leg.callID ?? ref.callID ?? null,
    partyID: leg.partyID ?? ref.partyID ?? null,
    callType: leg.callType ?? ref.callType ?? null,
  };
}

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
