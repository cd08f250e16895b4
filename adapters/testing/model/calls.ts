import { Unforeseeable, type Company } from './company.js';
import type { Outcome } from './outcome.js';
import { callsOf, callWith, companyOf, type Name, type Person, type Scene } from './scene.js';

/** How calls begin and end, as a person expects it in a house that works as the vendor's page says. */

type RungScene = Extract<Scene, { readonly is: 'rung' }>;

/** Whether a colleague can be called; a consult or a transfer needs one who is ready. */
function canBeCalled({ signedIn, scene }: Person, mustBeReady: boolean): boolean {
  if (signedIn === null || signedIn === 'locked' || scene.is !== 'nothing') return false;
  return !mustBeReady || signedIn === 'online';
}

/** Whether a customer's call can wait beside those that the agent has. */
function canWait({ scene, waiting }: Person, { callWaiting = 0 }: Company['rules']): boolean {
  return scene.is !== 'nothing' && scene.is !== 'wrapping up' && waiting.length < callWaiting;
}

/** A colleague who is called, or a number outside, which may be busy; null: the service does not even call. */
export function called(company: Company, one: Person, target: Name, mustBeReady: boolean): Person | 'busy' | null {
  if (target === one.name) return null;
  const other = company.people.get(target);
  if (other === undefined) return 'busy';
  if (other.isAway) throw new Unforeseeable('the phone of somebody whose page is away');
  if (other.device === 'lost') throw new Unforeseeable('what comes of a call to a phone that is lost');
  if (other.givesExtensionBack) throw new Unforeseeable('the extension was given back');
  if (other.isAgent) return canBeCalled(other, mustBeReady) ? other : null;
  return other.scene.is === 'nothing' ? other : 'busy';
}

export function makeCall(company: Company, one: Person, target: Name): Outcome {
  if (one.signedIn === null || one.signedIn === 'locked' || one.scene.is !== 'nothing') return 'refused';
  if (one.device === 'lost') return 'refused';
  if (one.hasTelephone) throw new Unforeseeable('a telephone that answers by itself');
  const other = called(company, one, target, false);
  if (other === null) return 'refused';
  if (other === 'busy') return 'done';
  one.scene = { is: 'calling', whom: target };
  company.isRung(other, one.name, company.rules.dial);
  return 'done';
}

/** A customer calls an agent's work number; one who is on the phone is called only where calls wait. */
export function dialIn(company: Company, customer: Person, agent: Person): void {
  if (agent.isAway) throw new Unforeseeable('the phone of somebody whose page is away');
  const isReached = agent.scene.is === 'nothing' || canWait(agent, company.rules);
  if (agent.signedIn !== 'online' || agent.device === 'lost' || !isReached) return;
  customer.scene = { is: 'calling', whom: agent.name };
  company.isRung(agent, customer.name, company.rules.ring);
}

/**
 * A dialer offers an agent a call that nobody there has asked for. `first`: the customer has answered already and
 * waits, or hears of it only when the agent has answered.
 */
export function dialerCalls(company: Company, agent: Person, customer: Person, first: 'customer' | 'agent'): void {
  if (agent.isAway) throw new Unforeseeable('the phone of somebody whose page is away');
  const isReached = agent.scene.is === 'nothing' || (first === 'customer' && canWait(agent, company.rules));
  if (agent.signedIn !== 'online' || agent.device === 'lost' || !isReached || customer.scene.is !== 'nothing') return;
  if (first === 'customer') customer.scene = { is: 'calling', whom: agent.name };
  company.isRung(agent, customer.name, company.rules.ring);
}

/** The call that a key of the phone bar is about: the one in hand if it rings, else one that waits and rings. */
function ringing(one: Person): RungScene | null {
  const rung = callsOf(one).filter((call) => call.is === 'rung');
  if (one.scene.is !== 'rung' && rung.length > 1) throw new Unforeseeable('which of the calls that ring');
  return rung[0] ?? null;
}

/** The call in hand waits from now on, held if it is a talk, and this one is in hand. */
export function putAside(one: Person, call: Person['waiting'][number]): void {
  const { scene } = one;
  if (one.isMuted) throw new Unforeseeable('the microphone is off, and another talk is taken in hand');
  if (scene.is === 'consulting' || scene.is === 'conferring') throw new Unforeseeable('what waits while three are on the phone');
  if (scene.is === 'nothing' || scene.is === 'wrapping up') return;
  if (scene.is === 'talking' && scene.handingTo !== null)
    throw new Unforeseeable('somebody else is talked to while the call is handed over');
  const aside = scene.is === 'talking' ? ({ is: 'holding', whom: scene.to, afterConsult: false } as const) : scene;
  one.waiting = one.waiting.map((other) => (other === call ? aside : other));
  one.scene = call;
}

/** Somebody takes the call that rings. */
export function answer(company: Company, one: Person): Outcome {
  const call = ringing(one);
  if (call === null) return 'refused';
  if (call !== one.scene) putAside(one, call);
  takes(company, one, call);
  return 'done';
}

/** Somebody takes the call that waits at another phone of his, and the call in hand is as it was. */
export function answerAtOtherPhone(company: Company, one: Person): Outcome {
  const call = ringing(one);
  if (call === null) return 'refused';
  takes(company, one, call);
  return 'done';
}

function takes(company: Company, one: Person, call: RungScene): void {
  const caller = company.get(call.by);
  const before = callWith(caller, one.name);
  if (callsOf(one).some((other) => other !== call && companyOf(other).includes(call.by)))
    throw new Unforeseeable('which of two calls with one and the same');
  one.missed = 0;
  caller.missed = 0;
  if (before.is === 'calling') company.talk(one, call, caller, before);
  else if (before.is === 'consulting' && before.third === one.name) {
    company.becomes(caller, before, { ...before, hasAnswered: true });
    company.becomes(one, call, { is: 'talking', to: caller.name, handingTo: null });
  } else if (before.is === 'talking' && before.handingTo === one.name) {
    const customer = company.get(before.to);
    const customers = callWith(customer, caller.name);
    company.isOver(caller, before, true);
    company.talk(one, call, customer, customers);
  } else throw new Unforeseeable(before.is === 'nothing' ? 'the customer is called only now' : 'nobody knows who called');
}

/** Somebody does not take the call that rings. */
export function reject(company: Company, one: Person): Outcome {
  const call = ringing(one);
  if (call === null) return 'refused';
  doesNotTake(company, one, call);
  return 'done';
}

/** This call of somebody's is not taken; a customer's is held against an agent. */
export function doesNotTake(company: Company, one: Person, call: RungScene): void {
  const isCustomers = !company.get(call.by).isAgent;
  company.leave(one, call);
  if (one.isAgent && isCustomers) miss(company, one);
}

function miss(company: Company, one: Person): void {
  const { lockAfterMissed } = company.rules;
  one.missed += 1;
  if (lockAfterMissed === 0 || one.missed < lockAfterMissed) return;
  one.signedIn = 'locked';
  one.reasonCode = null;
}

/** The call in hand is hung up; one that waits is taken in hand. */
export function hangup(company: Company, one: Person): Outcome {
  if (one.scene.is === 'nothing' || one.scene.is === 'wrapping up') return 'refused';
  if (one.scene.is === 'rung') return reject(company, one);
  company.leave(one, one.scene);
  return 'done';
}

/** One of the phones that ring for a call stops; the call is over when the last one has. */
export function onePhoneEnds(company: Company, one: Person): Outcome {
  const call = ringing(one);
  if (call === null) return 'refused';
  if (one.ringingPhones === null || callsOf(one).length > 1) throw new Unforeseeable('how many phones ring');
  if (one.ringingPhones > 1) one.ringingPhones -= 1;
  else doesNotTake(company, one, call);
  return 'done';
}
