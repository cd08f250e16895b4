import type { Invariant } from './invariant.js';

export const callPresence: Invariant = {
  name: 'call is null exactly in idle and acw',
  meaning: 'The phone bar shows a customer who is not there, or an empty card during a call.',
  source: 'contract §3, field call',
  ofState: ({ work, call }) => {
    const isLive = work !== 'idle' && work !== 'acw';
    if ((call !== null) === isLive) return null;
    return `work is ${work}, and call is ${call === null ? 'null' : 'set'}`;
  },
};
