import type { Invariant } from './invariant.js';

const MOST = 32;

export const callsWait: Invariant = {
  name: 'calls wait only beside a live call, 32 at most, each with its times',
  meaning: 'A customer waits on a line that the phone bar does not show, or shows for ever.',
  source: 'contract §3, field waiting',
  ofState: ({ work, waiting }) => {
    if (waiting.length === 0) return null;
    // When the live call ends, one that waits becomes the call; after-call work comes after the last.
    if (work === 'idle' || work === 'acw') return `work is ${work}, and calls wait`;
    if (waiting.length > MOST) return `${String(waiting.length)} calls wait`;
    const isTimed = waiting.every((call) => (call.establishedAt !== null) === ['talking', 'holding'].includes(call.work));
    return isTimed ? null : 'a call waits that is established without a time, or has a time and is not';
  },
};
