import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

const WORDS = {
  connection: ['uninitialized', 'initializing', 'connected', 'displaced', 'failed'],
  login: ['offline', 'loggingIn', 'online', 'dnd', 'break', 'locked', 'loggingOut'],
  work: ['idle', 'calling', 'dialing', 'ringing', 'talking', 'holding', 'consulting', 'conferencing', 'acw'],
} as const satisfies { readonly [Field in keyof AgentState]?: readonly AgentState[Field][] };

export const knownWords: Invariant = {
  name: 'connection, login and work have values of the contract only',
  meaning: 'A page shows a blank where it has no text for the state.',
  source: 'contract §3',
  ofState: (state) => {
    const wrong = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter(
      (field) => !(WORDS[field] as readonly string[]).includes(state[field]),
    );
    if (wrong.length > 0) return `${wrong.join(', ')} is none of the contract's`;
    return state.consult === null || ['dialing', 'talking'].includes(state.consult.phase)
      ? null
      : "the phase of the consult is none of the contract's";
  },
};
