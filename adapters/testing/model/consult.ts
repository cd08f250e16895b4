import { called } from './calls.js';
import { Unforeseeable, type Company } from './company.js';
import type { Outcome } from './outcome.js';
import { callWith, type Name, type Person } from './scene.js';
import { isBusyWithIt, retrieveCall } from './talk.js';

/** Asking somebody else, and handing over. */

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
  one.scene = { is: 'consulting', about: scene.to, third: target, hasAnswered: false, onHold: 'customer' };
  company.isRung(other, one.name, company.rules.dial);
  return 'done';
}

export function cancelConsult(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'consulting' || scene.hasAnswered) return 'refused';
  const third = company.get(scene.third);
  company.isOver(third, callWith(third, one.name), false);
  one.scene = { is: 'talking', to: scene.about, handingTo: null };
  return 'done';
}

/** Back to the customer, whoever of the two is held: the third party is let go. */
export function retrieveConsult(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is === 'holding' && scene.afterConsult === null) throw new Unforeseeable('why the customer is held');
  if (scene.is === 'holding' && scene.afterConsult === true) return retrieveCall(company, one);
  if (scene.is !== 'consulting' || !scene.hasAnswered) return 'refused';
  const third = company.get(scene.third);
  company.isOver(third, callWith(third, one.name), true);
  one.scene = { is: 'talking', to: scene.about, handingTo: null };
  return 'done';
}

/** The agent goes over from the third party to the customer, or back; the other of them waits. */
export function swap(_company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'consulting' || !scene.hasAnswered) return 'refused';
  one.scene = { ...scene, onHold: scene.onHold === 'customer' ? 'thirdParty' : 'customer' };
  return 'done';
}

/** Customer and third party are brought together, without the agent or with; the held party is held no more. */
export function bringTogether(company: Company, one: Person, isAgentGone: boolean): Outcome {
  const { scene } = one;
  if (scene.is !== 'consulting' || !scene.hasAnswered) return 'refused';
  const customer = company.get(scene.about);
  const third = company.get(scene.third);
  const customers = callWith(customer, one.name);
  const thirds = callWith(third, one.name);
  if (customers.is === 'holding' || thirds.is === 'holding') return 'refused';
  if (isAgentGone) {
    company.isOver(one, scene, true);
    company.talk(customer, customers, third, thirds);
    return 'done';
  }
  company.becomes(one, scene, { is: 'conferring', to: [customer.name, third.name], isHeld: false });
  company.becomes(customer, customers, { is: 'conferring', to: [one.name, third.name], isHeld: false });
  company.becomes(third, thirds, { is: 'conferring', to: [one.name, customer.name], isHeld: false });
  return 'done';
}
