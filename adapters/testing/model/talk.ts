import { putAside } from './calls.js';
import { Unforeseeable, type Company } from './company.js';
import type { Outcome } from './outcome.js';
import { callWith, type Name, type Person, type Scene } from './scene.js';

type Talking = Extract<Scene, { readonly is: 'talking' }>;

/** The actions in a talk, by command or by the phone's own button. */

/** Whether the other side of the talk is busy with it: holding, asking or handing over. */
export function isBusyWithIt(company: Company, one: Person): boolean {
  if (one.scene.is !== 'talking') return false;
  const other = callWith(company.get(one.scene.to), one.name);
  return other.is === 'holding' || other.is === 'consulting' || (other.is === 'talking' && other.handingTo !== null);
}

/** Whether one of the two in a talk is handing it over. */
function isHandedOver(company: Company, { name }: Person, talk: Talking): boolean {
  const others = callWith(company.get(talk.to), name);
  return talk.handingTo !== null || (others.is === 'talking' && others.handingTo !== null);
}

export function holdCall(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is !== 'talking' || isHandedOver(company, one, scene)) return 'refused';
  one.scene = { is: 'holding', whom: scene.to, afterConsult: false };
  return 'done';
}

/** The call in hand is taken off hold, or one's own part of a conference. */
export function retrieveCall(_company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is === 'holding') one.scene = { is: 'talking', to: scene.whom, handingTo: null };
  else if (scene.is === 'conferring' && scene.isHeld) one.scene = { ...scene, isHeld: false };
  else return 'refused';
  return 'done';
}

/** The phone's own button holds a talk as the command does, and one's own part of a conference, for which there is no command. */
export function holdOwnPhone(company: Company, one: Person): Outcome {
  const { scene } = one;
  if (scene.is === 'consulting') throw new Unforeseeable('whom of the two the button is about');
  if (scene.is === 'talking') {
    if (isHandedOver(company, one, scene)) throw new Unforeseeable('a call is held while it is handed over');
    return holdCall(company, one);
  }
  if (scene.is !== 'conferring') return 'refused';
  if (scene.isHeld) return 'refused';
  one.scene = { ...scene, isHeld: true };
  return 'done';
}

export function retrieveOwnPhone(company: Company, one: Person): Outcome {
  if (one.scene.is === 'consulting') throw new Unforeseeable('whom of the two the button is about');
  return retrieveCall(company, one);
}

/** Somebody goes over to another talk that is held, and the one in hand is held instead. */
export function changeTo(_company: Company, one: Person, whom: Name): Outcome {
  const call = one.waiting.find((other) => other.is === 'holding' && other.whom === whom);
  if (call === undefined) return 'refused';
  putAside(one, call);
  one.scene = { is: 'talking', to: whom, handingTo: null };
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
  if (scene.is === 'conferring' && scene.isHeld) throw new Unforeseeable('keys in a conference that is held');
  const isHeard = scene.is === 'talking' || scene.is === 'conferring' || (scene.is === 'consulting' && scene.hasAnswered);
  return isHeard ? 'done' : 'refused';
}
