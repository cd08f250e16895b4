import { merge, NOTHING, revealed, type Attributes, type Confidential } from '../confidential.js';
import type { EndCause } from '../events/facts.js';
import type { WorkStatus } from '../work-status.js';
import { agrees, type LegRef } from './leg-ref.js';

/** One channel of the agent's in a call. A call that two phones ring for has two. */
export interface Leg {
  /** Null until the server has named it. */
  readonly partyID: string | null;
  readonly isEstablished: boolean;
}

/** How far a call is that is there at all. */
export type CallWork = Exclude<WorkStatus, 'idle' | 'acw'>;

/** A call that the agent has a part in, with the agent's own legs. */
export interface Call {
  /** Counts the calls of this page, so that a command knows whether its call is still there. */
  readonly number: number;
  /** Null until the server has named it. */
  readonly callID: string | null;
  readonly callType: string | null;
  /** The legs that have not ended, the one established last at the end. */
  readonly legs: readonly Leg[];
  /** A regain has named the call and not its leg: the next event of the call that has a party names it. */
  readonly isLegOpen: boolean;
  readonly work: CallWork;
  /** Epoch ms since which it is so. */
  readonly since: number;
  /** The other side has begun the call, so that it can be answered. */
  readonly isOffered: boolean;
  /** All that is known of the call was learnt from a regain. */
  readonly isFromRegain: boolean;
  /** Epoch ms at which the other side answered; null before. */
  readonly establishedAt: number | null;
  /** Why the other side does not answer, where the server has said so. */
  readonly cause: EndCause | null;
  readonly details: Confidential<Attributes>;
}

/** A call of which nothing is known yet. */
export function newCall(number: number, work: CallWork, since: number): Call {
  return {
    number,
    callID: null,
    callType: null,
    legs: [{ partyID: null, isEstablished: false }],
    isLegOpen: false,
    work,
    since,
    isOffered: false,
    isFromRegain: false,
    establishedAt: null,
    cause: null,
    details: NOTHING,
  };
}

/** The call is offered to the agent, and not answered. */
export function rings({ isOffered, establishedAt }: Call): boolean {
  return isOffered && establishedAt === null;
}

/** The channel that the call is known by: the one established last, else the first that is left. */
export function partyOf({ legs }: Call): string | null {
  const last = legs[legs.length - 1];
  return (last?.isEstablished === true ? last : legs[0])?.partyID ?? null;
}

/** The server has named the call, and not the channel that the agent has in it. */
export function isUnnamed({ legs, isLegOpen }: Call): boolean {
  return isLegOpen || legs.every(({ partyID }) => partyID === null);
}

/** How surely a reference means a call. */
export const Match = {
  none: 0,
  /** No id contradicts the match. */
  possible: 1,
  /** The call is the same, the party is one not heard of. */
  otherLeg: 2,
  /** The call is the same, and so is the party as far as it is known. */
  byCall: 3,
  byParty: 4,
} as const;

/** The type of a leg to a third party, which may share the customer's `callID` and is a call of its own here. */
const CONSULT = 'Consult';

const NOT_ASKED_FOR: ReadonlySet<string | undefined> = new Set(['Inbound', 'Consult']);

/** Legs are told apart by `partyID`, else by `callID` and `callType`. */
export function matchOf(call: Call | null, { callID, partyID, callType }: LegRef): number {
  if (call === null) return Match.none;
  const isOfCall = !call.isLegOpen || (!!callID && call.callID === callID);
  if (partyID && isOfCall && call.legs.some((leg) => leg.partyID === partyID)) return Match.byParty;
  if (!agrees(call.callID, callID)) return Match.none;
  const isNamed = !!partyID && !call.isLegOpen && call.legs.every((leg) => leg.partyID !== null);
  if (!agrees(call.callType, callType)) {
    // Parties tell the legs of a call apart, so that its type need not: the agent's own phone may be rung internally.
    const isSameCall = isNamed && !!call.callID && call.callID === callID;
    return isSameCall && call.callType !== CONSULT && callType !== CONSULT ? Match.otherLeg : Match.none;
  }
  if (call.callID && callID) return isNamed ? Match.otherLeg : Match.byCall;
  if (isNamed) return Match.none;
  // A call that the agent has asked for is none that comes in.
  return call.work === 'calling' && NOT_ASKED_FOR.has(callType) ? Match.none : Match.possible;
}

/** The agent was consulted in this call, and the leg that is meant is with another number: it may be one to a third party of his own. */
export function isWithAnother(call: Call | null, { other }: LegRef): boolean {
  if (call?.callType !== CONSULT) return false;
  const { otherDN } = revealed(call.details);
  return typeof otherDN === 'string' && !agrees(otherDN, other?.reveal());
}

/** Both have the name of one call, and no type tells them apart. */
export function areNamedAlike(one: Call, other: Call): boolean {
  return one.callID !== null && one.callID === other.callID && agrees(one.callType, other.callType);
}

/** The part of a fact that is about a leg. */
export interface SaidOfLeg {
  readonly leg: LegRef;
  readonly details?: Confidential<Attributes> | undefined;
}

/** Facts that a further leg of the same call may begin with. */
const BEGINS_LEG: ReadonlySet<string> = new Set(['call.dialing', 'call.ringing', 'call.established']);

/** The call with the ids and attributes that a fact adds; the same object if that is nothing new. */
export function updated(call: Call, type: string, { leg, details }: SaidOfLeg): Call {
  const match = matchOf(call, leg);
  // A party may move on to another call, as by a transfer.
  const callID = match === Match.byParty ? (leg.callID ?? call.callID) : (call.callID ?? leg.callID ?? null);
  const callType = match === Match.byParty ? (leg.callType ?? call.callType) : (call.callType ?? leg.callType ?? null);
  const legs = legsWith(call, match, type, leg.partyID);
  const merged = merge(call.details, details);
  const isLegOpen = call.isLegOpen && !leg.partyID;
  const isSame =
    callID === call.callID && callType === call.callType && legs === call.legs && merged === call.details && isLegOpen === call.isLegOpen;
  return isSame ? call : { ...call, callID, callType, legs, isLegOpen, details: merged };
}

function legsWith({ legs, isLegOpen }: Call, match: number, type: string, partyID: string | undefined): readonly Leg[] {
  if (!partyID || match === Match.byParty) return legs;
  const last = legs[legs.length - 1];
  if (isLegOpen) return [{ partyID, isEstablished: last?.isEstablished === true }];
  const unnamed = legs.findIndex((leg) => leg.partyID === null);
  if (unnamed >= 0) return legs.map((leg, index) => (index === unnamed ? { ...leg, partyID } : leg));
  return BEGINS_LEG.has(type) ? [{ partyID, isEstablished: false }, ...legs] : legs;
}

/** Whether the reference means this leg of the call, or the call as a whole. */
function isMeant(leg: Leg, { legs }: Call, partyID: string | undefined): boolean {
  return !partyID || leg.partyID === partyID || (leg.partyID === null && !legs.some((other) => other.partyID === partyID));
}

/** The other side has answered on a leg; the call counts as established since the first answer. */
export function established(call: Call, { leg }: SaidOfLeg, at: number): Call {
  const meant = call.legs.filter((each) => isMeant(each, call, leg.partyID));
  const answered = meant[meant.length - 1];
  const isSame = call.establishedAt !== null && answered?.isEstablished !== false;
  if (isSame) return call;
  const legs =
    answered === undefined ? call.legs : [...call.legs.filter((each) => each !== answered), { ...answered, isEstablished: true }];
  return { ...call, legs, establishedAt: call.establishedAt ?? at };
}

/** The legs that are left when one has ended; none: the call is over. */
export function legsAfterEnd(call: Call, { partyID }: LegRef): readonly Leg[] {
  if (!partyID || call.isLegOpen) return [];
  const index = call.legs.findIndex((leg) => leg.partyID === partyID);
  const last = call.legs.length - 1;
  const isAnswered = call.legs[last]?.isEstablished === true;
  if (index < 0) return call.legs.some((leg) => leg.partyID === null) ? [] : call.legs;
  // Of an answered call, the leg established last is the agent's.
  return isAnswered && index === last ? [] : call.legs.filter((_, position) => position !== index);
}
