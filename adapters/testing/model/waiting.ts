import { NOTHING, type Person, type Scene, type WaitingCall } from './scene.js';

/** How far a call is: the later in the list, the further. */
const FAR: readonly WaitingCall['is'][] = ['calling', 'rung', 'holding', 'talking'];

export function isWaitingCall(scene: Scene): scene is WaitingCall {
  return (FAR as readonly string[]).includes(scene.is);
}

function isFurther(one: WaitingCall, other: WaitingCall): boolean {
  return FAR.indexOf(one.is) > FAR.indexOf(other.is);
}

/** The waiting call that is taken in hand next, the one furthest along; of several as far, the one that came first. */
export function takeNext(one: Person): Scene {
  const [first, ...others] = one.waiting;
  if (first === undefined) return NOTHING;
  const next = others.reduce((furthest, call) => (isFurther(call, furthest) ? call : furthest), first);
  one.waiting = one.waiting.filter((call) => call !== next);
  return next;
}

/** A talk at another phone is taken in hand where the call in hand is no talk, and that one waits. @returns whether it was */
export function exchange(one: Person): boolean {
  const { scene } = one;
  if (!isWaitingCall(scene) || scene.is === 'talking') return false;
  const talk = one.waiting.find(({ is }) => is === 'talking');
  if (talk === undefined) return false;
  one.waiting = one.waiting.map((call) => (call === talk ? scene : call));
  one.scene = talk;
  return true;
}
