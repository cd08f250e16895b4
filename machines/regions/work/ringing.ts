import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** A call is offered to the agent. */
export const ringing = agentSetup.createStateConfig({
  id: 'ringing',
  meta: { agent: 'May answer or reject the call.', customer: 'Hears the ringing tone.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('ringing'),
    answer: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    rejectCall: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    'call.established': {
      guard: 'isCall',
      target: '#talking',
      actions: ['updateCall', 'establishCall'],
    },
    // It was the agent's own phone that rang; now the customer's does.
    'call.dialing': { guard: 'isCall', target: '#dialing', actions: 'updateCall' },
  },
});
