import { agentSetup } from '../../agent-setup.js';

/** After-call work. */
export const acw = agentSetup.createStateConfig({
  id: 'acw',
  meta: { agent: 'Finishes the last call; is offered no calls.', customer: 'No call.' },
  entry: ['markWorkChange', 'beginAcw'],
  exit: 'endAcw',
  on: {
    delayACW: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    completeACW: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    completeACWToBusy: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    // The customer has hung up while a third party was being called, who is called nevertheless.
    'call.dialing': {
      guard: 'isConsultOfEndedTalk',
      target: '#dialing',
      actions: ['beginCall', 'keepTalked', 'reportDivergence'],
    },
    'acw.started': {},
    'acw.extended': { actions: 'extendAcw' },
    'agent.ready': { guard: 'endsAcw', target: '#idle' },
    'agent.notReady': { guard: 'endsAcw', target: '#idle' },
    'call.error': { guard: 'refusesTransferAfterAll', target: '#talking', actions: ['resumeConsult', 'reportDivergence'] },
    'deadline.reached': { guard: 'isAcwDue', target: '#idle' },
  },
});
