import { Unforeseeable, type Company } from './company.js';
import type { Outcome } from './outcome.js';
import { NOTHING, type Person, type Scene } from './scene.js';

/** The effects that a person expects of the login commands, and of those of after-call work. */

const DND = 2;

function isReady(one: Person): void {
  one.signedIn = 'online';
  one.reasonCode = null;
  one.missed = 0;
}

function isNotReady(one: Person, reasonCode: number): void {
  one.signedIn = reasonCode === DND ? 'dnd' : 'break';
  one.reasonCode = reasonCode;
}

function endWrapUp(one: Person): boolean {
  if (one.scene.is !== 'wrapping up') return false;
  one.scene = NOTHING;
  return true;
}

function signIn(one: Person, isOnline: boolean): Outcome {
  if (one.hasLostPhone) throw new Unforeseeable('whether the phone is one that was lost');
  one.missed = 0;
  // The registration of the phone may change.
  one.device = null;
  if (isOnline) isReady(one);
  else isNotReady(one, DND);
  return 'done';
}

export function login(_company: Company, one: Person, isOnline: boolean): Outcome {
  return one.scene.is === 'nothing' ? signIn(one, isOnline) : 'refused';
}

/** Where the vendor's page says that nobody can sign in; it leaves out three kinds of calls. */
const NO_LOGIN_WHILE: readonly Scene['is'][] = ['calling', 'talking', 'holding', 'wrapping up'];

/** At another page. Calls are the agent's and not the page's: they go on there. */
export function signInElsewhere(_company: Company, one: Person, isOnline: boolean): Outcome {
  return NO_LOGIN_WHILE.includes(one.scene.is) ? 'refused' : signIn(one, isOnline);
}

function isOut(one: Person): void {
  one.scene = NOTHING;
  one.owesWrapUp = false;
  one.isMuted = false;
  one.signedIn = null;
  one.device = null;
  one.reasonCode = null;
  one.missed = 0;
}

export function logout(_company: Company, one: Person): Outcome {
  if (one.signedIn === null || one.scene.is !== 'nothing') return 'refused';
  isOut(one);
  return 'done';
}

/** Out, whatever goes on: all calls are hung up first. */
export function resetLogout(company: Company, one: Person): Outcome {
  company.leaveAll(one);
  isOut(one);
  return 'done';
}

export function ready(_company: Company, one: Person): Outcome {
  if (one.signedIn === null) return 'refused';
  const hasWrappedUp = endWrapUp(one);
  if (one.signedIn === 'online' && !hasWrappedUp) return 'refused';
  isReady(one);
  return 'done';
}

export function notReady(_company: Company, one: Person, reasonCode: number): Outcome {
  if (one.signedIn === null || one.signedIn === 'locked') return 'refused';
  const hasWrappedUp = endWrapUp(one);
  if (one.reasonCode === reasonCode && !hasWrappedUp) return 'refused';
  isNotReady(one, reasonCode);
  return 'done';
}

export function completeACW(_company: Company, one: Person): Outcome {
  return endWrapUp(one) ? 'done' : 'refused';
}

export function completeACWToBusy(_company: Company, one: Person): Outcome {
  if (!endWrapUp(one)) return 'refused';
  if (one.signedIn !== 'locked') isNotReady(one, DND);
  return 'done';
}

export function delayACW(_company: Company, one: Person, seconds: number): Outcome {
  const { scene } = one;
  if (scene.is !== 'wrapping up') return 'refused';
  if (scene.until !== null) one.scene = { ...scene, until: scene.until + seconds * 1000 };
  return 'done';
}
