import { companyOf, type Name, type Person, type Scene, type WaitingCall } from './scene.js';
import type { Truth } from '../../simulator/index.js';
import { sceneOf, waitingOf, type Sight } from './sight.js';

/** Where an agent stands, in words of the contract that model and centre have in common. */
export interface Standing {
  readonly login: string;
  readonly reasonCode: number | null;
  readonly work: string;
  /** Null: not looked at. */
  readonly others: readonly Name[] | null;
  readonly hasThirdAnswered: boolean;
  /** In a consult or a conference; with one other side, `work` says it. */
  readonly onHold: 'customer' | 'thirdParty' | 'conference' | null;
  /** `holding 1002`, in no order; null: not looked at. */
  readonly waiting: readonly string[] | null;
  readonly isMuted: boolean;
  /** Null: not looked at. */
  readonly device: 'registered' | 'lost' | null;
}

const WORK: Readonly<Record<Scene['is'], string>> = {
  nothing: 'idle',
  calling: 'dialing',
  rung: 'ringing',
  talking: 'talking',
  holding: 'holding',
  consulting: 'consulting',
  conferring: 'conferencing',
  'wrapping up': 'acw',
};

/** The others that can be seen from outside: not to whom a call is being handed over. */
function visible(scene: Scene): readonly Name[] {
  if (scene.is === 'rung') return [scene.shown];
  return scene.is === 'talking' ? [scene.to] : companyOf(scene);
}

function heldIn(scene: Scene): Standing['onHold'] {
  if (scene.is === 'conferring') return scene.isHeld ? 'conference' : null;
  return scene.is === 'consulting' ? scene.onHold : null;
}

function waitingInWords(calls: readonly WaitingCall[]): readonly string[] {
  return calls.map((call) => `${WORK[call.is]} ${visible(call).join()}`).sort();
}

/** Where the model says that an agent stands. */
export function standingOf({ scene, waiting, signedIn, reasonCode, isMuted, device }: Person): Standing {
  return {
    login: signedIn ?? 'offline',
    reasonCode,
    work: WORK[scene.is],
    others: scene.is === 'conferring' ? null : visible(scene),
    hasThirdAnswered: scene.is === 'consulting' && scene.hasAnswered,
    onHold: heldIn(scene),
    waiting: waitingInWords(waiting),
    isMuted,
    device,
  };
}

/** Where the centre says that an agent stands. */
export function standingSeen(truth: Truth, sight: Sight): Standing {
  const { work, device } = truth;
  const scene = sceneOf(truth, sight);
  const waiting = waitingOf(truth, sight);
  return {
    login: truth.login,
    reasonCode: truth.reasonCode,
    work,
    others: scene === null || scene.is === 'conferring' ? null : visible(scene),
    hasThirdAnswered: truth.consult?.phase === 'talking',
    onHold: work === 'consulting' || work === 'conferencing' ? truth.onHold : null,
    waiting: waiting === null ? null : waitingInWords(waiting),
    isMuted: truth.muted,
    device: device === 'unknown' ? null : device,
  };
}

function isAlike(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return one === null || other === null || one.join() === other.join();
}

const COMPARED = ['login', 'reasonCode', 'work', 'hasThirdAnswered', 'onHold', 'isMuted'] as const satisfies readonly (keyof Standing)[];

export function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    isAlike(one.others, other.others) &&
    isAlike(one.waiting, other.waiting) &&
    COMPARED.every((part) => one[part] === other[part]) &&
    (one.device === null || other.device === null || one.device === other.device)
  );
}

const HELD = { customer: '', thirdParty: ', third party held', conference: ', held' } as const;

/** `break 13, holding (1002), muted`. */
export function inWords({ login, reasonCode, work, others, hasThirdAnswered, onHold, waiting, isMuted, device }: Standing): string {
  const status = login === 'break' ? `break ${reasonCode ?? ''}` : login;
  const company = others === null || others.length === 0 ? '' : ` (${others.join(' and ')})`;
  const third = work !== 'consulting' ? '' : hasThirdAnswered ? ', third party connected' : ', third party not connected';
  const held = onHold === null ? '' : HELD[onHold];
  const besides = waiting === null || waiting.length === 0 ? '' : `, waiting: ${waiting.join(' and ')}`;
  return `${status}, ${work}${company}${third}${held}${besides}${isMuted ? ', muted' : ''}${device === 'lost' ? ', phone lost' : ''}`;
}
