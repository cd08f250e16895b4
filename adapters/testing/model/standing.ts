import type { Truth } from '../../simulator/index.js';
import { companyOf, type Name, type Person, type Scene } from './scene.js';
import { sceneOf, type Sight } from './sight.js';

/** Where an agent stands, in words of the contract that model and centre have in common. */
export interface Standing {
  readonly login: string;
  readonly reasonCode: number | null;
  readonly work: string;
  /** Null: not looked at. */
  readonly others: readonly Name[] | null;
  readonly hasThirdAnswered: boolean;
  readonly isMuted: boolean;
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

/** Where the model says that an agent stands. */
export function standingOf({ scene, signedIn, reasonCode, isMuted }: Person): Standing {
  return {
    login: signedIn ?? 'offline',
    reasonCode,
    work: WORK[scene.is],
    others: scene.is === 'conferring' ? null : visible(scene),
    hasThirdAnswered: scene.is === 'consulting' && scene.hasAnswered,
    isMuted,
  };
}

/** Where the centre says that an agent stands. */
export function standingSeen(truth: Truth, sight: Sight): Standing {
  const scene = sceneOf(truth, sight);
  return {
    login: truth.login,
    reasonCode: truth.reasonCode,
    work: truth.work,
    others: scene === null || scene.is === 'conferring' ? null : visible(scene),
    hasThirdAnswered: truth.consult?.phase === 'talking',
    isMuted: truth.muted,
  };
}

export function isSameStanding(one: Standing, other: Standing): boolean {
  const isAlike = one.others === null || other.others === null || one.others.join() === other.others.join();
  return (
    isAlike &&
    one.login === other.login &&
    one.reasonCode === other.reasonCode &&
    one.work === other.work &&
    one.hasThirdAnswered === other.hasThirdAnswered &&
    one.isMuted === other.isMuted
  );
}

/** `break 13, holding 1002, muted`. */
export function inWords({ login, reasonCode, work, others, hasThirdAnswered, isMuted }: Standing): string {
  const status = login === 'break' ? `break ${reasonCode ?? ''}` : login;
  const company = others === null || others.length === 0 ? '' : ` (${others.join(' and ')})`;
  const third = work !== 'consulting' ? '' : hasThirdAnswered ? ', third party connected' : ', third party not connected';
  return `${status}, ${work}${company}${third}${isMuted ? ', muted' : ''}`;
}
