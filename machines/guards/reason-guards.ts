import { DND_REASON, isReasonCode, LOCKED_REASON } from '../reason-codes.js';
import type { GuardInput } from './guard-input.js';

/** A code that says why the agent is not ready, the system's lock included. */
function isReal(code: number | null | undefined): boolean {
  return code != null && (isReasonCode(code) || code === LOCKED_REASON);
}

/** The reason that the agent asked for with the command which the fact answers. */
function askedFor({ context }: GuardInput): number | undefined {
  const { login, call } = context.requests;
  if (login?.command === 'notReady' && login.reasonCode != null) return login.reasonCode;
  return call?.command === 'completeACWToBusy' ? DND_REASON : undefined;
}

/** A not-ready that neither names a reason nor answers a command which did. */
export function isWithoutReason(input: GuardInput): boolean {
  const { event } = input;
  return (
    event.type === 'agent.notReady' && !isReal(event.reasonCode) && askedFor(input) === undefined
  );
}

/**
 * The reason code that a fact leads to: null is online, undefined is no
 * change. A not-ready without a reason may be the way in which the service
 * announces after-call work (inferred), so there it changes nothing, and so
 * does reason 0, which is "not occupied".
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
      if (context.requests.call?.command === 'completeACW') return DND_REASON;
      return event.reasonCode === 0 || context.acw !== null ? undefined : DND_REASON;
    }
    case 'agent.loggedIn':
    case 'connection.regained': {
      if (isReal(event.reasonCode)) return event.reasonCode;
      if (event.reasonCode === null || event.reasonCode === 0) return null;
      const { login } = context.requests;
      return event.type === 'agent.loggedIn' && login?.command === 'login'
        ? (login.reasonCode ?? null)
        : undefined;
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

/**
 * The fact ends after-call work: a ready, or a not-ready that has a real reason
 * or answers the command to end it.
 */
export function endsAcw(input: GuardInput): boolean {
  const { context, event } = input;
  if (event.type !== 'agent.ready' && event.type !== 'agent.notReady') return false;
  if (event.predatesAcw === true) return false;
  if (event.type === 'agent.ready') return true;
  return (
    isReal(event.reasonCode) ||
    askedFor(input) !== undefined ||
    context.requests.call?.command === 'completeACW'
  );
}

/** A logout was believed by its answer. */
export function isLogoutBelieved({ event }: GuardInput): boolean {
  return event.type === 'request.believed' && event.fact === 'agent.loggedOut';
}

/** The event says what the answer to a logout has said already. */
export function isLogoutEcho({ context, event }: GuardInput): boolean {
  return event.type === 'agent.loggedOut' && context.isLogoutEchoOwed;
}
