import type { GuardInput } from './guard-input.js';

/*
 * Whether a lane is taken: why a command that the state allows must wait.
 */

/** Another login command is pending. */
export function loginLaneIsBusy({ context: { pending } }: GuardInput): boolean {
  return pending.login !== null;
}

/** A login is pending. */
export function isLoginPending({ context: { pending } }: GuardInput): boolean {
  return pending.login?.command === 'login';
}

/** A reset is pending already. */
export function resetLaneIsBusy({ context: { pending } }: GuardInput): boolean {
  return pending.reset !== null;
}

/** A call command is pending, the escapes and the lanes of their own aside. */
export function callLaneIsBusy({ context: { pending } }: GuardInput): boolean {
  return pending.call !== null || pending.makeCall !== null;
}

/** A call command is pending that is not the call being made. */
export function answerMustWait({ context: { pending } }: GuardInput): boolean {
  return pending.call !== null;
}

/** A hang-up is pending already. */
export function hangupLaneIsBusy({ context: { pending } }: GuardInput): boolean {
  return pending.hangup !== null;
}

/** A mute or unmute is pending already. */
export function microphoneLaneIsBusy({ context: { pending } }: GuardInput): boolean {
  return pending.microphone !== null;
}

/** A call command is pending that is not the consult to be cancelled. */
export function cancelConsultMustWait({ context: { pending } }: GuardInput): boolean {
  const isOther = pending.call !== null && pending.call.command !== 'initiateConsult';
  return isOther || pending.cancelConsult !== null;
}

/** No consult is being initiated, so there is none to cancel. */
export function isNotInitiatingConsult({ context: { pending } }: GuardInput): boolean {
  return pending.call?.command !== 'initiateConsult';
}

/** No waiting call rings. */
export function noWaitingCallRings({ context: { roster } }: GuardInput): boolean {
  return !roster.waiting.some(({ work }) => work === 'ringing');
}

/** The consult is being cancelled already. */
export function isCancellingConsult({ context: { pending } }: GuardInput): boolean {
  return pending.cancelConsult !== null;
}
