import { isReason, type Reason } from '../reasons.js';
import type { GuardInput } from './guard-input.js';

/** The agent has asked for after-call work to end. */
function isCompleting({ context }: GuardInput): boolean {
  const command = context.pending.call?.command;
  return command === 'completeACW' || command === 'completeACWToBusy';
}

/** A not-ready that names no reason. It may be the way in which the service announces after-call work (inferred). */
export function isWithoutReason({ event }: GuardInput): boolean {
  return event.type === 'agent.notReady' && !isReason(event.reason);
}

/** The reason that the agent asked for with the command which a not-ready without one answers. */
function askedFor({ context: { pending, acw } }: GuardInput): Reason | undefined {
  const { login, call } = pending;
  if (call?.command === 'completeACWToBusy') return 'dnd';
  return acw === null && login?.command === 'notReady' && login.reason != null ? login.reason : undefined;
}

/**
 * The reason that a fact leads to: null is online, undefined is no change. A
 * not-ready without a reason changes nothing in after-call work, and one that
 * says there is none changes nothing at all.
 */
function reasonOf(input: GuardInput): Reason | null | undefined {
  const { context, event } = input;
  switch (event.type) {
    case 'agent.ready':
      return null;
    case 'agent.notReady': {
      if (isReason(event.reason)) return event.reason;
      const asked = askedFor(input);
      if (asked !== undefined) return asked;
      if (context.pending.call?.command === 'completeACW') return 'dnd';
      return event.reason === 'none' || context.acw !== null ? undefined : 'dnd';
    }
    case 'connection.regained':
      if (event.isLoginOutdated === true) return undefined;
      return isReason(event.reason) ? event.reason : event.reason === null ? null : undefined;
    case 'agent.loggedIn': {
      if (isReason(event.reason)) return event.reason;
      if (event.reason === null) return null;
      const { login } = context.pending;
      return login?.command === 'login' ? (login.reason ?? null) : undefined;
    }
    default:
      return undefined;
  }
}

/** The fact leads to the login state with this reason; null is online. */
export function reasonIs(input: GuardInput, params: { readonly reason: Reason | null }): boolean {
  return reasonOf(input) === params.reason;
}

/** The fact does not say which login state it leads to. */
export function isReasonUnknown(input: GuardInput): boolean {
  return reasonOf(input) === undefined;
}

/** The regain says nothing of the login state that is not outdated. */
export function isLoginOutdated({ event }: GuardInput): boolean {
  return event.type === 'connection.regained' && event.isLoginOutdated === true;
}

/**
 * The fact ends after-call work: a ready, a not-ready that has a real reason,
 * or the answer to the command to end it.
 */
export function endsAcw(input: GuardInput): boolean {
  const { event } = input;
  if (event.type !== 'agent.ready' && event.type !== 'agent.notReady') return false;
  if (event.predatesAcw === true) return false;
  return event.type === 'agent.ready' || isReason(event.reason) || isCompleting(input);
}

/** The event says what the success of a logout has said already. */
export function isLogoutEcho({ context, event }: GuardInput): boolean {
  return event.type === 'agent.loggedOut' && context.presence.echo === 'agent.loggedOut';
}
