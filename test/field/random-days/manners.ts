import type { Call, Truth } from './truth.js';

/**
 * Where the wire cannot tell what has happened, the world waits: two facts of one thing within a second that arrive in
 * the wrong order are taken in the order of arrival, and there is nothing on the wire that says otherwise.
 */
const TOLD_APART = 1400;
/** Two words about the login may overtake each other by a second, and commands in flight add to that. */
const LOGIN_APART = 2200;
/** An offer of the same call that comes sooner reads as a late ringing of the one before. */
const OFFERS_APART = { withStamps: 2500, withoutStamps: 11_000 } as const;

/** When the agent has last sent commands of these kinds. */
export interface LastSent {
  login: number;
  /** Those that may end a call. */
  ending: number;
}

/** Held and retrieved, joined and left and the like, of one call, come far enough apart to be told apart. */
export function hasRested(thing: Pick<Call, 'changedAt'>, time: number): boolean {
  return time - thing.changedAt > TOLD_APART;
}

/**
 * Login words keep their distance from each other; and from releases, because a ready that changes the login and
 * overtakes the release it has followed reads as one of before, which leaves after-call work on.
 */
export function mayChangeLogin(truth: Truth, { login, ending }: LastSent, time: number): boolean {
  const { afterCallWorkEndsAt, saidAt } = truth;
  const isAboutToBeSaid = afterCallWorkEndsAt !== null && afterCallWorkEndsAt - time < LOGIN_APART;
  return time - Math.max(login, saidAt.login) > LOGIN_APART && time - Math.max(ending, saidAt.release) > TOLD_APART && !isAboutToBeSaid;
}

/** For the same reason no call ends just after a login command. */
export function mayEndACall(truth: Truth, { login }: LastSent, time: number): boolean {
  return time - Math.max(login, truth.saidAt.login) > TOLD_APART;
}

/** rejectCall names no call: while two ring, page and service may mean different ones. */
export function isClearWhatRings(truth: Truth): boolean {
  return truth.calls.filter(({ stage }) => stage === 'ringing').length <= 1;
}

export function mayOfferAgain(truth: Truth, time: number, hasStamps: boolean): boolean {
  const apart = hasStamps ? OFFERS_APART.withStamps : OFFERS_APART.withoutStamps;
  return truth.missed !== null && time - truth.missed.at > apart;
}

/**
 * A regain names a call, not its leg, and has no word for a held conference: while a call rings on two phones, or what
 * has been said of the other one may still be on its way, or a conference is held, it would say too little.
 */
export function mayRegain({ calls, saidAt }: Truth, time: number): boolean {
  return time - saidAt.otherPhone > TOLD_APART && calls.every(({ partyIDs, isHeld }) => partyIDs.length === 1 && !isHeld);
}

/** Where messages are lost, a regain must say since when its status is so, or it cannot be told from an older one. */
export function mayLeaveOutSince(lost: number): boolean {
  return lost === 0;
}

/** Words about the phone carry no order: stamps do not count there. */
export function mayChangeDevice(truth: Truth, time: number): boolean {
  return time - truth.saidAt.device > TOLD_APART;
}

/** After-call work that begins or ends just now is seen by page and service at slightly different times. */
export function isAfterCallWorkChanging({ afterCallWorkEndsAt, saidAt }: Truth, time: number): boolean {
  return time - saidAt.afterCallWork < TOLD_APART || (afterCallWorkEndsAt !== null && afterCallWorkEndsAt - time < TOLD_APART);
}
