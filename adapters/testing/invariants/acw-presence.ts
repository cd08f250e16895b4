import type { Invariant } from './invariant.js';

export const acwPresence: Invariant = {
  name: 'acw is set exactly in acw',
  meaning: 'A countdown of after-call work runs during a call, or none runs when it should.',
  source: 'contract §3, field acw',
  ofState: ({ work, acw }) => {
    if ((acw !== null) !== (work === 'acw')) return `work is ${work}, and acw is ${acw === null ? 'null' : 'set'}`;
    if (acw?.deadline != null && acw.deadline < acw.since) return 'the deadline of after-call work is before its beginning';
    return null;
  },
};
