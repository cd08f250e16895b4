import { agentSetup } from '../../../../agent-setup.js';

const ended = { type: 'endThird', params: { because: 'released', isOver: true } } as const;
const swaps = {
  'call.held': [
    { guard: 'isThird', target: '#thirdHeld', actions: 'updateThird' },
    { guard: 'isCall', target: '#customerHeld', actions: 'updateCall' },
  ],
} as const;
const thirdRetrieved = { guard: 'isThird', target: '#customerHeld', actions: 'updateThird' } as const;

/** The one of the two who waits: held and retrieved of either leg swap them. */
export const held = agentSetup.createStateConfig({
  initial: 'customer',
  states: {
    customer: {
      id: 'customerHeld',
      meta: { agent: 'Is with the third party; the customer waits.', customer: 'Hears the hold tone.' },
      on: {
        ...swaps,
        'call.retrieved': [
          thirdRetrieved,
          { guard: 'isJoinedByRetrieving', target: 'nobody', actions: 'updateCall' },
          { guard: 'isCall', target: 'thirdParty', actions: 'updateCall' },
        ],
        // The end of the third party's leg never ends the customer's call.
        'call.released': { guard: 'isThirdGone', target: '#afterConsult', actions: ended },
      },
    },
    thirdParty: {
      id: 'thirdHeld',
      meta: { agent: 'Talks with the customer; the third party waits.', customer: 'Talks with the agent.' },
      on: {
        ...swaps,
        'call.retrieved': [thirdRetrieved, { guard: 'isCall', actions: 'updateCall' }],
        'call.released': [
          { guard: 'isThirdGone', target: '#talking', actions: ended },
          // The customer has gone; the third party still waits.
          {
            guard: 'isCustomerGoneWhileThirdWaits',
            target: '#holding',
            actions: { type: 'promoteThird', params: { because: 'released', isAnswered: true } },
          },
        ],
      },
    },
    nobody: {
      meta: { agent: 'The customer is not held any more: a conference forms.' },
      on: {
        ...swaps,
        'call.retrieved': [
          { guard: 'isThird', actions: 'updateThird' },
          { guard: 'isCall', actions: 'updateCall' },
        ],
        'call.released': { guard: 'isThirdGone', target: '#talking', actions: ended },
      },
    },
  },
});
