import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

function thawed(state: AgentState): string[] {
  const parts: readonly (readonly [string, unknown])[] = [
    ['the state', state],
    ['call', state.call],
    ['waiting', state.waiting],
    ['consult', state.consult],
    ['acw', state.acw],
    ['pending', state.pending],
    ['allowed', state.allowed],
    ['network', state.network],
    ...state.waiting.map((call) => ['a call of waiting', call] as const),
    ...state.pending.map((entry) => ['an entry of pending', entry] as const),
  ];
  return parts.filter(([, part]) => !Object.isFrozen(part)).map(([name]) => name);
}

export const stateIsFrozen: Invariant = {
  name: 'the state is immutable',
  meaning: 'One component changes what all others see, and the change is gone with the next event.',
  source: 'contract §2, getSnapshot',
  ofState: (state) => {
    const open = thawed(state);
    return open.length === 0 ? null : `can be changed: ${open.join(', ')}`;
  },
};
