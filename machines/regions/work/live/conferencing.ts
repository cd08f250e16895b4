import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';

/** Three parties are in the call. */
export const conferencing = agentSetup.createStateConfig({
  id: 'conferencing',
  initial: 'together',
  meta: { agent: 'Talks with two others.', customer: 'Talks with two others.' },
  entry: { type: 'enterWork', params: { work: 'conferencing' } },
  on: {
    sendDtmf: asks(),
    // Forming a conference ends every hold.
    'conference.formed': { guard: 'isThisCall', target: '#together', actions: 'updateCall' },
    'call.held': { guard: 'isThisCall', target: '#conferenceHeld', actions: 'updateCall' },
    'call.retrieved': { guard: 'isThisCall', target: '#together', actions: 'updateCall' },
    'call.established': { guard: 'isWaiting', actions: 'changeWaiting' },
  },
  states: {
    together: {
      id: 'together',
      // Those left may be others than those the call began with.
      on: { 'conference.partyDeleted': { guard: 'isThisCall', target: '#talking', actions: 'updateCall' } },
    },
    held: {
      id: 'conferenceHeld',
      meta: { agent: 'Hears nobody; the two others are held.', customer: 'Hears the hold tone.' },
      on: {
        retrieveCall: asks('callLaneIsBusy'),
        'conference.partyDeleted': { guard: 'isThisCall', target: '#holding', actions: 'updateCall' },
      },
    },
  },
});
