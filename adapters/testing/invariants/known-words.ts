import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

type ConsultPhase = NonNullable<AgentState['consult']>['phase'];

const WORDS = {
  connection: ['uninitialized', 'initializing', 'connected', 'interrupted', 'displaced', 'failed'],
  login: ['offline', 'loggingIn', 'online', 'dnd', 'break', 'locked', 'loggingOut'],
  work: ['idle', 'calling', 'dialing', 'ringing', 'talking', 'holding', 'consulting', 'conferencing', 'acw'],
  onHold: [null, 'customer', 'thirdParty', 'conference'],
  device: ['unknown', 'registered', 'lost'],
} as const satisfies { readonly [Field in keyof AgentState]?: readonly AgentState[Field][] };

const PHASES: readonly unknown[] = ['dialing', 'talking', 'unknown'] satisfies readonly ConsultPhase[];
const WAITING: readonly unknown[] = ['dialing', 'ringing', 'talking', 'holding'] satisfies readonly AgentState['work'][];

export const knownWords: Invariant = {
  name: 'connection, login, work, onHold, device, consult and waiting have values of the contract only',
  meaning: 'A page shows a blank where it has no text for the state.',
  source: 'contract §3',
  ofState: (state) => {
    const wrong = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter(
      (field) => !(WORDS[field] as readonly unknown[]).includes(state[field]),
    );
    if (wrong.length > 0) return `${wrong.join(', ')} is none of the contract's`;
    if (state.consult !== null && !PHASES.includes(state.consult.phase)) return "the phase of the consult is none of the contract's";
    return state.waiting.every(({ work }) => WAITING.includes(work)) ? null : "the work of a waiting call is none of the contract's";
  },
};
