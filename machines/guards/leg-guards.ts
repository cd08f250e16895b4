import { isSameTalk, roleOf, type LegRole } from '../call-leg.js';
import { isLegFact } from '../events/index.js';
import type { GuardInput } from './guard-input.js';

/** Facts that, for want of ids, rather mean the customer's leg than the third party's. */
const RATHER_THE_CALL = new Set(['call.held', 'call.retrieved']);

function role({ context, event }: GuardInput): LegRole | null {
  if (!isLegFact(event)) return null;
  return roleOf(context, event.leg, RATHER_THE_CALL.has(event.type) ? 'call' : 'consult');
}

/** The fact is about the agent's call (in a consult: the customer's leg). */
export function isCall(input: GuardInput): boolean {
  return role(input) === 'call';
}

/** The fact is about the leg to the consulted third party. */
export function isConsult(input: GuardInput): boolean {
  return role(input) === 'consult';
}

/** Facts that a leg to a third party may first be heard of by. A leg that rings is somebody else's. */
const FIRST_OF_CONSULT = new Set(['call.dialing', 'call.established', 'call.released']);

/**
 * The fact is about a leg not known before, which can only be the one to a
 * third party: it says so itself, or a consult was just asked for. Where the
 * server names legs by talk and type only, the second consult of a talk looks
 * like the first, which is over.
 */
export function startsConsult(input: GuardInput): boolean {
  const { context, event } = input;
  if (!isLegFact(event) || !FIRST_OF_CONSULT.has(event.type)) return false;
  if (context.call === null || context.call.establishedAt === null) return false;
  const { callID, callType, partyID } = event.leg;
  const isStrangers = callType === 'Inbound' && callID !== context.call.callID;
  const isAskedFor = context.requests.call?.command === 'initiateConsult' && !isStrangers;
  if (role(input) === 'ended') {
    return isAskedFor && partyID === undefined && event.type !== 'call.released';
  }
  return role(input) === 'unknown' && (callType === 'Consult' || isAskedFor);
}

/** The fact is about a call not known before. */
export function isNewCall(input: GuardInput): boolean {
  return role(input) === 'unknown' && !startsConsult(input);
}

/** The fact is about a leg to a third party that was asked for in a talk which is over by now. */
export function isConsultOfEndedTalk(input: GuardInput): boolean {
  const { event } = input;
  return isNewCall(input) && isLegFact(event) && event.leg.callType === 'Consult';
}

/** The fact comes late: the leg it is about is over. */
export function isOver(input: GuardInput): boolean {
  return role(input) === 'ended';
}

/** The fact is about the agent's talk, whichever of its parties it names. */
export function isThisTalk({ context, event }: GuardInput): boolean {
  return isLegFact(event) && isSameTalk(context, event.leg);
}

/** The fact is about a talk not known before. */
export function isNewTalk(input: GuardInput): boolean {
  return role(input) === 'unknown' && !isThisTalk(input);
}

/** The leg was started by the other side: the agent may answer it. */
export function isIncoming(input: GuardInput): boolean {
  const { event } = input;
  if (!isLegFact(event) || isOver(input)) return false;
  if (event.type === 'call.ringing' && event.isIncoming === true) return true;
  return event.leg.callType === 'Inbound' || event.leg.callType === 'Consult';
}

/** After-call work follows the call, which is over now. */
export function endsInAcw({ context }: GuardInput): boolean {
  return context.acwPolicy.enabled && context.hasTalked;
}

/** The customer's leg is over and after-call work follows. */
export function isCallEndingInAcw(input: GuardInput): boolean {
  return isCall(input) && endsInAcw(input);
}
