import { isUnnamed, legsAfterEnd } from '../calls/call.js';
import { locate, rather, type Located } from '../calls/locate.js';
import type { LegRef } from '../calls/leg-ref.js';
import type { Roster } from '../calls/roster.js';
import type { AgentContext } from '../context.js';
import { isLegFact, type LegFact } from '../events/index.js';
import type { GuardInput } from './guard-input.js';

/** The answer found last: every guard of a fact asks the same. */
let last: { readonly roster: Roster; readonly leg: LegRef; readonly located: Located } | null = null;

function locateOnce(roster: Roster, leg: LegRef): Located {
  if (last?.roster !== roster || last.leg !== leg) last = { roster, leg, located: locate(roster, leg) };
  return last.located;
}

/** Facts that, for want of ids, rather mean the customer's leg than the third party's. */
const RATHER_THE_CALL: ReadonlySet<string> = new Set(['call.held', 'call.retrieved']);

/** Where the leg stands that a fact is about; of one that is offered anew, where it will. */
export function located({ roster }: AgentContext, { type, leg, isNewOffer }: Pick<LegFact, 'type' | 'leg' | 'isNewOffer'>): Located {
  const known = locateOnce(roster, leg);
  const found = known.place === 'over' && isNewOffer === true ? locate({ ...roster, over: [] }, leg) : known;
  return RATHER_THE_CALL.has(type) ? found : rather(found, roster);
}

function whereIs({ context, event }: GuardInput): Located | null {
  return isLegFact(event) ? located(context, event) : null;
}

/** The fact is about the agent's call (in a consult: the customer's). */
export function isCall(input: GuardInput): boolean {
  return whereIs(input)?.place === 'call' && !startsThird(input);
}

/** The fact is about the call to the consulted third party. */
export function isThird(input: GuardInput): boolean {
  return whereIs(input)?.place === 'third';
}

/** The fact is about a call that waits. */
export function isWaiting(input: GuardInput): boolean {
  return whereIs(input)?.place === 'waiting';
}

/** Facts that a leg to a third party may first be heard of by. A leg that rings is somebody else's. */
const FIRST_OF_THIRD: ReadonlySet<string> = new Set(['call.dialing', 'call.established', 'call.released']);

/** The leg belongs to a call that is over, and is what is left of its consult. */
function isOfEndedCall({ call, over }: Roster, { callID }: LegRef): boolean {
  return callID !== undefined && call?.callID !== callID && over.some((leg) => leg.callID === callID);
}

/**
 * The fact is about a leg not heard of before, which can only be the one to a
 * third party: it says so itself, or a consult was just asked for.
 */
export function startsThird(input: GuardInput): boolean {
  const { context, event } = input;
  const { call } = context.roster;
  if (!isLegFact(event) || !FIRST_OF_THIRD.has(event.type) || call?.establishedAt == null) return false;
  const { callID, callType, partyID } = event.leg;
  const isStrangers = callType === 'Inbound' && callID !== call.callID;
  const isAskedFor = context.pending.call?.command === 'initiateConsult' && !isStrangers;
  const { place, isOtherLeg } = located(context, event);
  // Where the server names legs by call and type only, the second consult of a call looks like the first, which is over.
  if (place === 'over') return isAskedFor && partyID === undefined && event.type !== 'call.released';
  // A talk does not dial anew: where a regain has named the call and not its leg, the one that dials is the leg that was asked for.
  const isNewLeg = isOtherLeg || (isAskedFor && event.type === 'call.dialing' && isUnnamed(call));
  // Of an agent who was consulted himself, a further leg of the same call is one of a second phone.
  if (place === 'call') return isNewLeg && (isAskedFor || (callType === 'Consult' && call.callType !== 'Consult'));
  if (place !== 'unknown' || isOfEndedCall(context.roster, event.leg)) return false;
  return callType === 'Consult' || isAskedFor;
}

/** The fact is about a call not known before. */
export function isNewCall(input: GuardInput): boolean {
  const { event } = input;
  if (!isLegFact(event)) return false;
  return whereIs(input)?.place === 'unknown' && !startsThird(input);
}

/** The fact is the first that is heard of any call. */
export function isFirstCall(input: GuardInput): boolean {
  return input.context.roster.call === null && isNewCall(input);
}

/** Facts about a conference mean the call, whichever of its parties they name. */
const CONFERENCE = /^conference\./;

/** The fact says of the agent's call that parties are brought together in it, or one of them leaves. */
export function isOfConference(input: GuardInput): boolean {
  return CONFERENCE.test(input.event.type) && isThisCall(input);
}

/** The fact is about the agent's call or the third party's, whichever party it names. */
export function isThisCall({ context, event }: GuardInput): boolean {
  if (!isLegFact(event)) return false;
  const { place } = located(context, event);
  if (place === 'call' || place === 'third') return true;
  const { callID } = event.leg;
  const { call, third } = context.roster;
  // Of a conference, a party may be named whose own leg is over.
  const isAnyParty = place === 'unknown' || (place === 'over' && CONFERENCE.test(event.type));
  return callID !== undefined && isAnyParty && (call?.callID === callID || third?.callID === callID);
}

/** The fact begins a call that is nobody's here, neither the agent's call nor a leg of it. */
export function isStrangers(input: GuardInput): boolean {
  return isNewCall(input) && !isThisCall(input);
}

/** The leg was started by the other side: the agent may answer it. */
export function isIncoming({ event }: GuardInput): boolean {
  if (!isLegFact(event)) return false;
  return ('isIncoming' in event && event.isIncoming) || event.leg.callType === 'Inbound' || event.leg.callType === 'Consult';
}

/** A ringing leg that may be the agent's own phone, rung for the call that was asked for, or a call offered to the agent. */
export function mayBeOwnPhone(input: GuardInput): boolean {
  const { event } = input;
  if (!isCall(input) || !isLegFact(event) || ('isBroughtIn' in event && event.isBroughtIn)) return false;
  return 'isIncoming' in event && event.isIncoming && event.leg.callType !== 'Internal';
}

/** The last leg of the call ends, or the one in which the agent talks. */
export function endsCall(input: GuardInput): boolean {
  const { event } = input;
  const { call } = input.context.roster;
  return isCall(input) && call !== null && isLegFact(event) && legsAfterEnd(call, event.leg).length === 0;
}

/** The last leg of the third party ends, or the one on which the agent talks with it. */
export function endsThird(input: GuardInput): boolean {
  const { event } = input;
  const { third } = input.context.roster;
  return isThird(input) && third !== null && isLegFact(event) && legsAfterEnd(third, event.leg).length === 0;
}

/** A refusal says that the call is over. */
export function isCallStatedOver({ context, event }: GuardInput): boolean {
  const { call } = context.roster;
  return event.type === 'call.isOver' && call !== null && Array.isArray(event.numbers) && event.numbers.includes(call.number);
}

/** A refusal says that a waiting call is over. */
export function isWaitingStatedOver({ context, event }: GuardInput): boolean {
  if (event.type !== 'call.isOver' || !Array.isArray(event.numbers)) return false;
  return context.roster.waiting.some(({ number }) => event.numbers.includes(number));
}

/** The leg was over before it was heard that its other side had answered: a talk came after all, and after-call work with it. */
export function wasAnsweredAfterAll({ context, event }: GuardInput): boolean {
  if (event.type !== 'fact.ignored' || event.rule !== 'over') return false;
  const { fact } = event as { readonly fact?: LegFact };
  if (fact?.type !== 'call.established' || !context.acwPolicy.enabled) return false;
  return fact.wasAnsweredUnheard === true;
}

/** A waiting call is established by the agent's own answer. */
export function isOwnAnswer(input: GuardInput): boolean {
  const { pending } = input.context;
  const number = whereIs(input)?.call?.number;
  return isWaiting(input) && pending.call?.command === 'answer' && number !== undefined && pending.call.about?.includes(number) === true;
}
