import { agentSetup } from '../../../../agent-setup.js';
import { doing } from './doing.js';
import { held } from './held.js';
import { third } from './third.js';

/** A third party is consulted on a leg of its own. */
export const consulting = agentSetup.createStateConfig({
  id: 'consulting',
  type: 'parallel',
  entry: { type: 'enterWork', params: { work: 'consulting' } },
  on: {
    'call.established': { guard: 'isWaiting', actions: 'changeWaiting' },
    // Of a leg that nobody has heard of: which of the two is held cannot be told.
    'call.held': { guard: 'isThisCall', actions: 'reportDivergence' },
    'call.retrieved': { guard: 'isThisCall', actions: 'reportDivergence' },
    'conference.formed': { guard: 'isThisCall', target: '#conferencing', actions: ['updateCall', 'joinThird'] },
  },
  // In the order in which they answer: the agent's command decides what an end means.
  states: { doing, held, third },
});
