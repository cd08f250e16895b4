import { DND_REASON, isReasonCode, LOCKED_REASON } from '../reason-codes.js';
import type { GuardInput } from './guard-input.js';

/** A code that says why the agent is not ready, the system's lock included. */
function isReal(code: number | null | undefined): boolean {
  return code != null && (isReasonCode(code) || code === LOCKED_REASON);
}

/** The agent has asked for after-call work to end. */
function isCompleting({ context }: GuardInput): boolean {
  const command = context.pending.call?.command;
  return command === 'completeACW' || command === 'completeACWToBusy';
}

/** A not-ready that names no reason. It may be the way in which the service announces after-call work (inferred). */
export function isWithoutReason({ event }: GuardInput): boolean {
  return event.type === 'agent.notReady' && !isReal(event.reasonCode);
}

/** The reason that the agent asked for with the command which a not-ready without one answers. */
function askedFor({ context: { pending, acw } }: GuardInput): number | undefined {
  const { login, call } = pending;
  if (call?.command === 'completeACWToBusy') return DND_REASON;
  return acw === null && login?.command === 'notReady' && login.reasonCode != null ? login.reasonCode : undefined;
}

/**
 * The reason code that a fact leads to: null is online, undefined is no
 * change. A not-ready without a reason changes nothing in after-call work, and
 * so does reason 0, which is "not occupied".
 */
function reasonOf(input: GuardInput): number | null | undefined {
  const { context, event } = input;
  switch (event.type) {
    case 'agent.ready':
      return null;
    case 'agent.notReady': {
      if (isReal(event.reasonCode)) return event.reasonCode;
      const asked = askedFor(input);
      if (asked !== undefined) return asked;
      if (context.pending.call?.command === 'completeACW') return DND_REASON;
      return event.reasonCode === 0 || context.acw !== null ? undefined : DND_REASON;
    }
    case 'connection.regained':
      if (event.isLoginOutdated === true) return undefined;
      return isReal(event.reasonCode) ? event.reasonCode : event.reasonCode === null || event.reasonCode === 0 ? null : undefined;
    case 'agent.loggedIn': {
      if (isReal(event.reasonCode)) return event.reasonCode;
      if (event.reasonCode === null || event.reasonCode === 0) return null;
      const { login } = context.pending;
      return login?.command === 'login' ? (login.reasonCode ?? null) : undefined;
    }
    default:
      return undefined;
  }
}

/** The fact leads to the login state with this reason code; null is online. */
export function reasonIs(input: GuardInput, params: { readonly code: number | null }): boolean {
  return reasonOf(input) === params.code;
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
  return event.type === 'agent.ready' || isReal(event.reasonCode) || isCompleting(input);
}

/** The event says what the success of a logout has said already. */
export function isLogoutEcho({ context, event }: GuardInput): boolean {
  return event.type === 'agent.loggedOut' && context.presence.echo === 'agent.loggedOut';
}
