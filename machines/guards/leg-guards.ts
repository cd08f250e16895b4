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

/**
 * The fact is about a leg not known before, which can only be the one to a
 * third party: it says so itself, or a consult was just asked for.
 */
export function startsConsult(input: GuardInput): boolean {
  const { context, event } = input;
  if (role(input) !== 'unknown' || !isLegFact(event)) return false;
  if (context.call === null || context.call.establishedAt === null) return false;
  return event.leg.callType === 'Consult' || context.requests.call?.command === 'initiateConsult';
}

/** The fact is about a call not known before. */
export function isNewCall(input: GuardInput): boolean {
  return role(input) === 'unknown' && !startsConsult(input);
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
export function isIncoming({ event }: GuardInput): boolean {
  return isLegFact(event) && (event.leg.callType === 'Inbound' || event.leg.callType === 'Consult');
}

/** The call, which is over now, had been established and is followed by after-call work. */
export function endsInAcw({ context }: GuardInput): boolean {
  return context.acwPolicy.enabled && context.call !== null && context.call.establishedAt !== null;
}

/** The customer's leg is over and after-call work follows. */
export function isCallEndingInAcw(input: GuardInput): boolean {
  return isCall(input) && endsInAcw(input);
}
