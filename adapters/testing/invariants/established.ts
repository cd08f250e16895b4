import type { Invariant } from './invariant.js';

const ESTABLISHED = ['talking', 'holding', 'consulting', 'conferencing'];

export const mutedWithCall: Invariant = {
  name: 'muted only with an established call',
  meaning: 'The next customer is greeted by a microphone that is off.',
  source: 'contract §3, field muted, and §4, muteCall',
  ofState: ({ work, muted }) => (muted && !ESTABLISHED.includes(work) ? `the microphone is muted, and work is ${work}` : null),
};

export const establishedHasTime: Invariant = {
  name: 'a call is established exactly in talking, holding, consulting and conferencing',
  meaning: 'The timer of the talk shows nothing, or runs while the phone still rings.',
  source: 'contract §3, field call: establishedAt',
  ofState: ({ work, call }) => {
    if (call === null) return null;
    const { establishedAt } = call;
    if ((establishedAt !== null) === ESTABLISHED.includes(work)) return null;
    return `work is ${work}, and establishedAt is ${establishedAt === null ? 'null' : 'set'}`;
  },
};
