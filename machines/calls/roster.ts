import { areNamedAlike, updated, type Call, type SaidOfLeg } from './call.js';

/** A word of the server's by which calls are over before, or without, their release. */
export type EndingWord = 'refusal' | 'endOfAll';

/** A leg that the server has ended. */
export interface OverLeg {
  readonly callID: string | undefined;
  readonly partyID: string | undefined;
  readonly callType: string | undefined;
  /** The number of its call. */
  readonly number: number;
  readonly wasEstablished: boolean;
  /** By what it is over, where no release has told so: a refusal's word, or one that ends all calls, as a logout. */
  readonly endedBy?: EndingWord;
}

/** The calls known at one moment. */
export interface Roster {
  /** The call that the phone bar is about; in a consult, the customer's. */
  readonly call: Call | null;
  /** The call to the consulted third party. */
  readonly third: Call | null;
  /** Other calls that the server has announced and not ended, the first announced first. */
  readonly waiting: readonly Call[];
  /** Legs that are over, the newest first. */
  readonly over: readonly OverLeg[];
  /** The agent has talked in a call that is over while another waits: after-call work follows the last. */
  readonly hasTalked: boolean;
  /** How many calls there have been. */
  readonly count: number;
}

export const EMPTY_ROSTER: Roster = { call: null, third: null, waiting: [], over: [], hasTalked: false, count: 0 };

/** How many calls may wait; more are reported and not kept. */
export const WAITING_KEPT = 32;

/** How many legs that are over are remembered, so that late events of theirs change nothing. */
const OVER_KEPT = 32;

/** Every call that is not over. */
export function allCalls({ call, third, waiting }: Roster): readonly Call[] {
  const pair = third === null ? [] : [third];
  return [...(call === null ? [] : [call]), ...pair, ...waiting];
}

/** The list of ended legs with those of a call added that are left; a call that the server never named is left out. */
export function remember(over: readonly OverLeg[], ...calls: (Call | null)[]): readonly OverLeg[] {
  const ended = calls.flatMap((call) => (call === null ? [] : overLegs(call)));
  return ended.length === 0 ? over : [...ended, ...over].slice(0, OVER_KEPT);
}

/** The same of calls that are over by another word than their release. */
export function rememberEnded(endedBy: EndingWord, over: readonly OverLeg[], ...calls: (Call | null)[]): readonly OverLeg[] {
  return remember(over, ...calls).map((leg) => (over.includes(leg) ? leg : { ...leg, endedBy }));
}

function overLegs({ callID, callType, legs, number, establishedAt }: Call): readonly OverLeg[] {
  return legs
    .map(({ partyID }) => partyID)
    .filter((partyID) => callID !== null || partyID !== null)
    .map((partyID) => ({
      callID: callID ?? undefined,
      partyID: partyID ?? undefined,
      callType: callType ?? undefined,
      number,
      wasEstablished: establishedAt !== null,
    }));
}

/** The call with what a fact adds to it. It does not become another call that is there: each call is in one place. */
export function updatedAmong(roster: Roster, call: Call, fact: SaidOfLeg & { readonly type: string }): Call {
  const now = updated(call, fact.type, fact);
  if (now.callID === call.callID && now.callType === call.callType) return now;
  const isTaken = allCalls(roster).some((other) => other.number !== call.number && areNamedAlike(other, now));
  return isTaken ? updated(call, fact.type, { ...fact, leg: { partyID: fact.leg.partyID } }) : now;
}

/** The same call in the roster, wherever it stands, as `change` makes it. */
export function replace(roster: Roster, number: number, change: (call: Call) => Call): Roster {
  const { call, third, waiting } = roster;
  if (call?.number === number) return { ...roster, call: change(call) };
  if (third?.number === number) return { ...roster, third: change(third) };
  return { ...roster, waiting: waiting.map((each) => (each.number === number ? change(each) : each)) };
}

/** The order in which a waiting call takes the place of the one that has ended: the one furthest along first. */
const FURTHEST: readonly string[] = ['talking', 'holding', 'ringing', 'dialing'];

/** The waiting call that becomes the call when the present one ends. */
export function nextCall({ waiting }: Roster): Call | null {
  const rank = ({ work }: Call) => FURTHEST.indexOf(work);
  return waiting.reduce<Call | null>((best, each) => (best === null || rank(each) < rank(best) ? each : best), null);
}
