import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** The customer is held. */
export const holding = agentSetup.createStateConfig({
  id: 'holding',
  initial: 'held',
  meta: { agent: 'Hears nobody and is heard by nobody.', customer: 'Hears the hold tone.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('holding'),
    retrieveCall: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
    'call.held': { guard: 'isCall', actions: 'updateCall' },
    'call.retrieved': { guard: 'isCall', target: '#talking', actions: 'updateCall' },
    // The customer may be held as a part of the consult, before its leg starts.
    'call.dialing': { guard: 'startsConsult', target: '#consulting.dialing', actions: 'beginConsult' },
    'call.established': {
      guard: 'startsConsult',
      target: '#consulting.talking',
      actions: ['beginConsult', 'establishConsult'],
    },
  },
  states: {
    held: {
      on: {
        // The consult for which the customer was held has come to nothing.
        'request.undone': {
          guard: { type: 'isUndone', params: { command: 'initiateConsult' } },
          target: '#holding.afterConsult',
        },
      },
    },
    afterConsult: {
      meta: { agent: 'The consulted party has gone, the customer still waits.' },
      on: {
        retrieveConsult: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
      },
    },
  },
});
