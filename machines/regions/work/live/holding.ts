import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';
import { beginsConsult } from './begins-consult.js';
import { giveWay } from './other-calls.js';

/** The customer is held. */
export const holding = agentSetup.createStateConfig({
  id: 'holding',
  initial: 'plain',
  meta: { agent: 'Hears nobody and is heard by nobody.', customer: 'Hears the hold tone.' },
  entry: { type: 'enterWork', params: { work: 'holding' } },
  always: giveWay,
  on: {
    // The customer may be held as a part of the consult, before its leg starts.
    ...beginsConsult,
    retrieveCall: asks('callLaneIsBusy'),
    'call.held': [
      { guard: 'isCall', actions: 'updateCall' },
      // Held already, whichever leg of this call it names: the work status has not changed.
      { guard: 'isThisCall', actions: 'reportDivergence' },
    ],
    'call.retrieved': { guard: 'isCall', target: '#talking', actions: 'updateCall' },
  },
  states: {
    plain: {
      on: {
        // The consult for which the customer was held has come to nothing.
        'command.failed': {
          guard: { type: 'hasFailed', params: { command: 'initiateConsult' } },
          target: '#afterConsult',
        },
      },
    },
    afterConsult: {
      id: 'afterConsult',
      meta: { agent: 'The consulted party has gone, the customer still waits.' },
      on: { retrieveConsult: asks('callLaneIsBusy') },
    },
  },
});
