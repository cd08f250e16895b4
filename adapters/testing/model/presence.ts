import type { Company } from './company.js';
import type { Outcome } from './outcome.js';
import { NOTHING, type Person } from './scene.js';

/** What a person expects of each login command, and of those of after-call work. */

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

export function login(_company: Company, one: Person, isOnline: boolean): Outcome {
  if (one.scene.is !== 'nothing') return 'refused';
  one.missed = 0;
  if (isOnline) isReady(one);
  else isNotReady(one, DND);
  return 'done';
}

function isOut(one: Person): void {
  one.scene = NOTHING;
  one.isMuted = false;
  one.signedIn = null;
  one.reasonCode = null;
  one.missed = 0;
}

export function logout(_company: Company, one: Person): Outcome {
  if (one.signedIn === null || one.scene.is !== 'nothing') return 'refused';
  isOut(one);
  return 'done';
}

/** Out, whatever goes on: a talk is hung up first. */
export function resetLogout(company: Company, one: Person): Outcome {
  company.leave(one);
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
