import { Unforeseeable, type Company } from './company.js';
import type { Outcome } from './outcome.js';
import { NOTHING, type Name, type Person } from './scene.js';

/** What a person expects of each call command, in a house that works as the vendor's page says. */

/** Whether a colleague can be called; who consults or hands over wants one who is ready. */
function canBeCalled({ signedIn, scene }: Person, mustBeReady: boolean): boolean {
  if (signedIn === null || signedIn === 'locked' || scene.is !== 'nothing') return false;
  return !mustBeReady || signedIn === 'online';
}

/** Whether the other side of a talk is busy with it: holding, asking or handing over. */
function isBusyWithIt(company: Company, { scene }: Person): boolean {
  if (scene.is !== 'talking') return false;
  const other = company.get(scene.to).scene;
  return other.is === 'holding' || other.is === 'consulting' || (other.is === 'talking' && other.handingTo !== null);
}

/** A colleague who is called, or a number outside, which may be busy; null: the service does not even call. */
function called(company: Company, one: Person, target: Name, mustBeReady: boolean): Person | 'busy' | null {
  if (target === one.name) return null;
  const other = company.people.get(target);
  if (other === undefined) return 'busy';
  if (other.isAway) throw new Unforeseeable('the phone of somebody whose page is away');
  if (other.givesExtensionBack) throw new Unforeseeable('the extension was given back');
  if (other.isAgent) return canBeCalled(other, mustBeReady) ? other : null;
  return other.scene.is === 'nothing' ? other : 'busy';
}

export function makeCall(company: Company, one: Person, target: Name): Outcome {
  if (one.signedIn === null || one.signedIn === 'locked' || one.scene.is !== 'nothing') return 'refused';
  if (one.hasTelephone) throw new Unforeseeable('a telephone that answers by itself');
  const other = called(company, one, target, false);
  if (other === null) return 'refused';
  if (other === 'busy') return 'done';
  one.scene = { is: 'calling', whom: target, hasTalked: false };
  company.isRung(other, one.name, company.rules.dial);
  return 'done';
}

/** A customer calls an agent's work number. */
export function dialIn(company: Company, customer: Person, agent: Person): void {
  if (agent.isAway) throw new Unforeseeable('the phone of somebody whose page is away');
  if (agent.signedIn !== 'online' || agent.scene.is !== 'nothing') return;
  customer.scene = { is: 'calling', whom: agent.name, hasTalked: false };
  company.isRung(agent, customer.name, company.rules.ring);
}

/** Somebody takes the call that rings. */
export function answer(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'rung') return 'refused';
  const caller = company.get(scene.by);
  const before = caller.scene;
  one.missed = 0;
  caller.missed = 0;
  if (before.is === 'calling') company.talk(one, caller);
  else if (before.is === 'consulting' && before.third === one.name) {
    caller.scene = { ...before, hasAnswered: true };
    one.scene = { is: 'talking', to: caller.name, handingTo: null };
  } else if (before.is === 'talking' && before.handingTo === one.name) {
    const customer = company.get(before.to);
    company.hasTalked(caller);
    company.talk(one, customer);
  } else throw new Unforeseeable('nobody knows who called');
  return 'done';
}

/** Somebody does not take the call that rings; `isMissed`: it is held against an agent. */
export function reject(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'rung') return 'refused';
  const isCustomers = !company.get(scene.by).isAgent;
  company.leave(one);
  if (one.isAgent && isCustomers) miss(company, one);
  return 'done';
}

function miss(company: Company, one: Person): void {
  const { lockAfterMissed } = company.rules;
  one.missed += 1;
  if (lockAfterMissed === 0 || one.missed < lockAfterMissed) return;
  one.signedIn = 'locked';
  one.reasonCode = null;
}

export function hangup(company: Company, one: Person): Outcome {
  if (one.scene.is === 'nothing' || one.scene.is === 'wrapping up') return 'refused';
  if (one.scene.is === 'rung') return reject(company, one);
  company.leave(one);
  return 'done';
}

export function holdCall(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'talking' || scene.handingTo !== null) return 'refused';
  const other = company.get(scene.to).scene;
  if (other.is === 'talking' && other.handingTo !== null) return 'refused';
  one.scene = { is: 'holding', whom: scene.to, afterConsult: false };
  return 'done';
}

export function retrieveCall(_company: Company, one: Person): Outcome {
  if (one.scene.is !== 'holding') return 'refused';
  one.scene = { is: 'talking', to: one.scene.whom, handingTo: null };
  return 'done';
}

/** Being heard, or not: in every talk, held or not. */
export function setMuted(_company: Company, one: Person, isMuted: boolean): Outcome {
  const isOn = ['talking', 'holding', 'consulting', 'conferring'].includes(one.scene.is);
  if (!isOn || one.isMuted === isMuted) return 'refused';
  one.isMuted = isMuted;
  return 'done';
}

export function sendDtmf(_company: Company, { scene }: Person): Outcome {
  const isHeard = scene.is === 'talking' || scene.is === 'conferring' || (scene.is === 'consulting' && scene.hasAnswered);
  return isHeard ? 'done' : 'refused';
}

export function singleTransfer(company: Company, one: Person, target: Name): Outcome {
  const { scene } = one;
  if (scene.is !== 'talking' || scene.handingTo !== null || isBusyWithIt(company, one)) return 'refused';
  const other = called(company, one, target, true);
  if (other === null || other === 'busy') return 'refused';
  one.scene = { ...scene, handingTo: target };
  company.isRung(other, one.name, company.rules.dial, scene.to);
  return 'open';
}

export function initiateConsult(company: Company, one: Person, target: Name): Outcome {
  const { scene } = one;
  if (scene.is !== 'talking' || scene.handingTo !== null || isBusyWithIt(company, one)) return 'refused';
  const other = called(company, one, target, true);
  if (other === null) return 'refused';
  if (other === 'busy') {
    one.scene = { is: 'holding', whom: scene.to, afterConsult: true };
    return 'done';
  }
  one.scene = { is: 'consulting', about: scene.to, third: target, hasAnswered: false };
  company.isRung(other, one.name, company.rules.dial);
  return 'done';
}

export function cancelConsult(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'consulting' || scene.hasAnswered) return 'refused';
  company.get(scene.third).scene = NOTHING;
  one.scene = { is: 'talking', to: scene.about, handingTo: null };
  return 'done';
}

export function retrieveConsult(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is === 'holding' && scene.afterConsult === null) throw new Unforeseeable('why the customer is held');
  if (scene.is === 'holding' && scene.afterConsult === true) return retrieveCall(company, one);
  if (scene.is !== 'consulting' || !scene.hasAnswered) return 'refused';
  company.hasTalked(company.get(scene.third));
  one.scene = { is: 'talking', to: scene.about, handingTo: null };
  return 'done';
}

/** Customer and third party are brought together, without the agent or with. */
export function bringTogether(company: Company, one: Person, isAgentGone: boolean): Outcome {
  const { scene } = one;
  if (scene.is !== 'consulting' || !scene.hasAnswered) return 'refused';
  const customer = company.get(scene.about);
  const third = company.get(scene.third);
  if (customer.scene.is === 'holding' || third.scene.is === 'holding') return 'refused';
  if (isAgentGone) {
    company.hasTalked(one);
    company.talk(customer, third);
    return 'done';
  }
  one.scene = { is: 'conferring', to: [customer.name, third.name] };
  customer.scene = { is: 'conferring', to: [one.name, third.name] };
  third.scene = { is: 'conferring', to: [one.name, customer.name] };
  return 'done';
}
