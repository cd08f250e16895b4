import { agentSetup } from '../../agent-setup.js';
import { merging } from './merging.js';

/** The customer waits while a third party is consulted on a leg of its own. */
export const consulting = agentSetup.createStateConfig({
  id: 'consulting',
  initial: 'dialing',
  meta: { customer: 'Hears the hold tone.' },
  entry: 'markWorkChange',
  on: {
    // That the customer is held was expected.
    'call.held': [
      { guard: 'isCall', actions: 'updateCall' },
      { guard: 'isConsult', actions: 'updateConsult' },
    ],
    'call.retrieved': [
      { guard: 'isRetrievedOnRequest', target: '#talking', actions: ['updateCall', 'endConsult'] },
      { guard: 'isConsult', actions: 'updateConsult' },
    ],
    'call.released': [
      { guard: 'isConsultEndedOnRequest', target: '#talking', actions: 'endConsult' },
      // The end of the third party's leg never ends the customer's call.
      { guard: 'isConsult', target: '#holding.afterConsult', actions: 'endConsult' },
    ],
    // Another third party than the one known: it is still a consult, and has been since.
    'call.dialing': { guard: 'startsConsult', target: '#consulting.dialing', actions: ['beginConsult', 'reportDivergence'] },
    'call.established': {
      guard: 'startsConsult',
      target: '#consulting.talking',
      actions: ['beginConsult', 'establishConsult', 'reportDivergence'],
    },
    'conference.formed': [
      { guard: 'isCall', target: '#conferencing', actions: ['updateCall', 'endConsult'] },
      { guard: 'isThisTalk', target: '#conferencing', actions: 'endConsult' },
    ],
  },
  states: {
    dialing: {
      meta: { agent: 'Waits for the third party to answer.' },
      on: {
        cancelConsult: [{ guard: 'cancelConsultMustWait' }, { actions: 'openRequest' }],
        'call.established': {
          guard: 'isConsult',
          target: '#consulting.talking',
          actions: ['updateConsult', 'establishConsult'],
        },
        // The customer has gone; the agent still waits for the third party.
        'call.released': { guard: 'isCall', target: '#dialing', actions: 'promoteConsult' },
      },
    },
    talking: {
      meta: { agent: 'Talks with the third party.' },
      on: {
        retrieveConsult: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
        consultTransfer: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
        consultConference: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
        sendDtmf: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
        'call.released': [
          { guard: 'isConsultLeftToMerge', target: '#merging.consultReleased' },
          { guard: 'isEndUnclear', target: '#merging.customerReleased' },
          { guard: 'isHandedOverIntoAcw', target: '#acw', actions: 'endCall' },
          { guard: 'isHandedOver', target: '#idle', actions: 'endCall' },
          // The customer has gone; agent and third party go on talking.
          { guard: 'isCall', target: '#talking', actions: ['promoteConsult', 'establishCall'] },
        ],
        'call.retrieved': { guard: 'isCallRetrievedToJoin', target: '#merging.customerRetrieved' },
      },
    },
    merging,
  },
});
