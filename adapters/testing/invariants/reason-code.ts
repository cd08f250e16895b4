import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

function isRight({ login, reasonCode }: AgentState): boolean {
  switch (login) {
    case 'dnd':
      return reasonCode === 2;
    case 'break':
      return reasonCode !== null && Number.isInteger(reasonCode) && reasonCode >= 11 && reasonCode <= 18;
    default:
      return reasonCode === null;
  }
}

export const reasonMatchesLogin: Invariant = {
  name: 'reasonCode matches login',
  meaning: 'The agent is shown at lunch and is in a meeting, or shown on a break and gets calls.',
  source: 'contract §3, field reasonCode',
  ofState: (state) => (isRight(state) ? null : `login is ${state.login}, and reasonCode is ${String(state.reasonCode)}`),
};
