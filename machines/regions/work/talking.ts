import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** The agent talks with the customer. */
export const talking = agentSetup.createStateConfig({
  id: 'talking',
  meta: { agent: 'Talks with the customer.', customer: 'Talks with the agent.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('talking'),
    holdCall: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    singleTransfer: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    initiateConsult: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    sendDtmf: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    'call.held': { guard: 'isCall', target: '#holding.held', actions: 'updateCall' },
    'call.retrieved': { guard: 'isCall', actions: 'updateCall' },
    'call.dialing': { guard: 'startsConsult', target: '#consulting.dialing', actions: 'beginConsult' },
    'call.established': {
      guard: 'startsConsult',
      target: '#consulting.talking',
      actions: ['beginConsult', 'establishConsult'],
    },
    // A third party was brought in, by the other side or by a supervisor.
    'conference.formed': [
      { guard: 'isCall', target: '#conferencing', actions: 'updateCall' },
      { guard: 'isThisTalk', target: '#conferencing' },
    ],
  },
});
