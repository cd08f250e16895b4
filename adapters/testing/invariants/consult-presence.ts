import type { Invariant } from './invariant.js';

export const consultPresence: Invariant = {
  name: 'consult is set exactly while consulting',
  meaning: 'The agent sees a third party who is not there, or does not see the one who listens.',
  source: 'contract §3, field consult',
  ofState: ({ work, consult }) => {
    if ((consult !== null) === (work === 'consulting')) return null;
    return `work is ${work}, and consult is ${consult === null ? 'null' : `set, ${consult.phase}`}`;
  },
};
