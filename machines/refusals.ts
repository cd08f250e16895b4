import type { REFUSING } from './regions/asks.js';
import type { WorkStatus } from './work-status.js';
import type { SingleLane } from './events/index.js';

/** Why a command is refused: a stable key, and what the agent can do about it. */
export interface RefusalReason {
  /** Stable, for translation. */
  readonly reason: string;
  /** One sentence for the agent's eyes. */
  readonly advice: string;
}

/** The same of a guard. */
export interface GuardRefusal extends RefusalReason {
  /** The condition that holds, for developers and for the table of commands. */
  readonly because: string;
  /** The lanes whose pending command must be settled first. */
  readonly lanes?: readonly SingleLane[];
}

const WAIT = 'Wait until the last command is done.';

const waits = (reason: string, because: string, ...lanes: SingleLane[]): GuardRefusal => ({
  reason,
  advice: WAIT,
  because: `${because} is pending`,
  lanes,
});

/** The refusal that each refusing guard gives. */
export const BY_GUARD: Readonly<Record<(typeof REFUSING)[number], GuardRefusal>> = {
  isInterrupted: { reason: 'interrupted', advice: 'Wait until the connection is back.', because: 'the link to the service is down' },
  isUnreachable: { reason: 'notConnected', advice: 'Connect to the service first.', because: 'neither connected nor displaced' },
  isNotLoggedIn: { reason: 'notLoggedIn', advice: 'Sign in first.', because: 'not logged in' },
  isLocked: { reason: 'locked', advice: 'Set yourself ready first.', because: 'locked' },
  workIsNotIdle: { reason: 'busy', advice: 'Finish the call and its after-call work first.', because: 'work is not idle' },
  noCallIsEstablished: { reason: 'noCall', advice: 'There is nobody on the line yet.', because: 'no call is established' },
  isNotInitiatingConsult: { reason: 'noConsult', advice: 'Nobody is being consulted.', because: 'no initiateConsult is pending' },
  noWaitingCallRings: { reason: 'nothingRings', advice: 'No call rings.', because: 'no call that waits rings' },
  loginLaneIsBusy: waits('loginPending', 'a login command', 'login'),
  resetLaneIsBusy: waits('resetPending', 'a reset', 'reset'),
  callLaneIsBusy: waits('callPending', 'a call command', 'call', 'makeCall'),
  answerMustWait: waits('callPending', 'a call command other than makeCall', 'call'),
  hangupLaneIsBusy: waits('hangupPending', 'a hangup', 'hangup'),
  microphoneLaneIsBusy: waits('microphonePending', 'a mute or unmute', 'microphone'),
  cancelConsultMustWait: waits('cancelPending', 'a call command other than initiateConsult', 'call', 'cancelConsult'),
};

/** The refusal of a command that the work status does not know. */
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

/** The refusal of a command that the login state, the connection or the microphone does not know. */
export const OTHERWISE: Readonly<Record<string, RefusalReason>> = {
  notConnected: BY_GUARD.isUnreachable,
  initializing: { reason: 'initializing', advice: 'Wait until the connection is there.' },
  displaced: { reason: 'displaced', advice: 'You are signed in elsewhere: sign in here to take over.' },
  interrupted: BY_GUARD.isInterrupted,
  offline: BY_GUARD.isNotLoggedIn,
  // The table names the state, and not only the lane: that reason goes first.
  loggingIn: { reason: 'loginPending', advice: WAIT },
  loggingOut: { reason: 'loginPending', advice: WAIT },
  online: { reason: 'online', advice: 'You are ready already.' },
  notOnline: { reason: 'notReady', advice: 'Set yourself ready first.' },
  muted: { reason: 'muted', advice: 'The microphone is off already.' },
  unmuted: { reason: 'notMuted', advice: 'The microphone is on already.' },
};
