import type { GuardInput } from './guard-input.js';

/*
 * Whether a lane is taken: why a command that the state allows must wait.
 */

/** Another login command is in flight, or the reset. */
export function loginLaneIsBusy({ context: { requests } }: GuardInput): boolean {
  return requests.login !== null || requests.reset !== null;
}

/** A reset is in flight already. */
export function resetLaneIsBusy({ context: { requests } }: GuardInput): boolean {
  return requests.reset !== null;
}

/** A call command is in flight, the escapes included. */
export function callLaneIsBusy({ context: { requests } }: GuardInput): boolean {
  return requests.call !== null || requests.cancelConsult !== null || requests.hangup !== null;
}

/** A hang-up is in flight already. */
export function hangupLaneIsBusy({ context: { requests } }: GuardInput): boolean {
  return requests.hangup !== null;
}

/** A call command is in flight that is not the consult to be cancelled. */
export function cancelConsultMustWait({ context: { requests } }: GuardInput): boolean {
  const other = requests.call !== null && requests.call.command !== 'initiateConsult';
  return other || requests.cancelConsult !== null || requests.hangup !== null;
}

/** No consult is being initiated, so there is none to cancel. */
export function isNotInitiatingConsult({ context: { requests } }: GuardInput): boolean {
  return requests.call?.command !== 'initiateConsult';
}
