import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** Three parties talk. */
export const conferencing = agentSetup.createStateConfig({
  id: 'conferencing',
  meta: { agent: 'Talks with two others.', customer: 'Talks with two others.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('conferencing'),
    sendDtmf: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    'conference.formed': [{ guard: 'isCall', actions: 'updateCall' }, { guard: 'isThisTalk' }],
    // Who is left may be another than the one the call began with.
    'conference.partyDeleted': [
      { guard: 'isCall', target: '#talking', actions: 'updateCall' },
      { guard: 'isThisTalk', target: '#talking' },
    ],
    // While a conference forms, the customer's leg may be retrieved late.
    'call.retrieved': { guard: 'isCall', actions: 'updateCall' },
  },
});
