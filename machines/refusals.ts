import type { REFUSING } from './regions/asks.js';
import type { WorkStatus } from './work-status.js';
import type { SingleLane } from './events/index.js';

/** Why a command is refused: a stable key, and what the agent can do about it. */
export interface RefusalReason {
  /** Stable, for translation. */
  readonly reason: string;
  /** One sentence for the agent's eyes. */
  readonly advice: string;
  /** The lanes whose pending command must be settled first. */
  readonly lanes?: readonly SingleLane[];
}

const waits = (reason: string, ...lanes: SingleLane[]): RefusalReason => ({
  reason,
  advice: 'Wait until the last command is done.',
  lanes,
});

/** What each guard that refuses a command says no to. */
export const BY_GUARD: Readonly<Record<(typeof REFUSING)[number], RefusalReason>> = {
  isInterrupted: { reason: 'interrupted', advice: 'Wait until the connection is back.' },
  isUnreachable: { reason: 'notConnected', advice: 'Connect to the service first.' },
  isNotLoggedIn: { reason: 'notLoggedIn', advice: 'Sign in first.' },
  isLocked: { reason: 'locked', advice: 'Set yourself ready first.' },
  workIsNotIdle: { reason: 'busy', advice: 'Finish the call and its after-call work first.' },
  noCallIsEstablished: { reason: 'noCall', advice: 'There is nobody on the line yet.' },
  isNotInitiatingConsult: { reason: 'noConsult', advice: 'Nobody is being consulted.' },
  noWaitingCallRings: { reason: 'nothingRings', advice: 'No call rings.' },
  loginLaneIsBusy: waits('loginPending', 'login'),
  resetLaneIsBusy: waits('resetPending', 'reset'),
  callLaneIsBusy: waits('callPending', 'call', 'makeCall'),
  answerMustWait: waits('callPending', 'call'),
  hangupLaneIsBusy: waits('hangupPending', 'hangup'),
  microphoneLaneIsBusy: waits('microphonePending', 'microphone'),
  cancelConsultMustWait: waits('cancelPending', 'call', 'cancelConsult'),
};

/** What stands against a command that the work status does not know. */
export const BY_WORK: Readonly<Record<WorkStatus, RefusalReason>> = {
  idle: { reason: 'noCall', advice: 'There is no call.' },
  calling: { reason: 'callDialing', advice: 'Wait until the other side answers.' },
  dialing: { reason: 'callDialing', advice: 'Wait until the other side answers.' },
  ringing: { reason: 'callRinging', advice: 'Answer or reject the call first.' },
  talking: { reason: 'callTalking', advice: 'This is not possible in a talk.' },
  holding: { reason: 'callHeld', advice: 'Retrieve the call first.' },
  consulting: { reason: 'consulting', advice: 'End the consult first.' },
  conferencing: { reason: 'conferencing', advice: 'This is not possible in a conference.' },
  acw: { reason: 'acw', advice: 'Finish after-call work first.' },
};

/** What stands against a command that the login state or the connection does not know. */
export const OTHERWISE: Readonly<Record<string, RefusalReason>> = {
  notConnected: BY_GUARD.isUnreachable,
  initializing: { reason: 'initializing', advice: 'Wait until the connection is there.' },
  displaced: { reason: 'displaced', advice: 'You are signed in elsewhere: sign in here to take over.' },
  interrupted: BY_GUARD.isInterrupted,
  offline: BY_GUARD.isNotLoggedIn,
  // The table names the state, and not only the lane: that reason goes first.
  loggingIn: waits('loginPending'),
  loggingOut: waits('loginPending'),
  online: { reason: 'online', advice: 'You are ready already.' },
  notOnline: { reason: 'notReady', advice: 'Set yourself ready first.' },
  muted: { reason: 'muted', advice: 'The microphone is off already.' },
  unmuted: { reason: 'notMuted', advice: 'The microphone is on already.' },
};
