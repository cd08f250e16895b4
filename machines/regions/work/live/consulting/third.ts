import { agentSetup } from '../../../../agent-setup.js';
import { asks } from '../../../asks.js';
import { asksOfReached } from './asks-of-reached.js';

const promote = { type: 'promoteThird', params: { because: 'released', isAnswered: true } } as const;
const promoteUnanswered = { type: 'promoteThird', params: { because: 'released', isAnswered: false } } as const;
const cancelConsult = asks('cancelConsultMustWait');
const answered = { guard: 'isThird', target: '#thirdTalking', actions: ['updateThird', 'establishThird'] } as const;
/** Another third party than the one known: it is still a consult, and has been since. */
const another = {
  'call.dialing': { guard: 'startsThird', target: '#thirdDialing', actions: ['replaceThird', 'reportDivergence'] },
  'call.established': { guard: 'startsThird', target: '#thirdTalking', actions: ['replaceThird', 'establishThird', 'reportDivergence'] },
} as const;
const otherCall = { guard: 'changesCall', target: '#regained' } as const;
/** The agent is consulting as before, and has been since. */
const stillUnclear = { guard: { type: 'regainsAs', params: { target: 'consultingUnknown' } }, actions: 'regainCalls' } as const;
const left = [
  { guard: 'endsThird', target: '#thirdGone', actions: 'endThirdLeg' },
  { guard: 'isThird', actions: 'endLegOfThird' },
] as const;

/** The third party's side of a consult. */
export const third = agentSetup.createStateConfig({
  initial: 'dialing',
  states: {
    dialing: {
      id: 'thirdDialing',
      meta: { agent: 'Waits for the third party to answer.' },
      on: {
        cancelConsult,
        'call.dialing': another['call.dialing'],
        'call.established': [answered, another['call.established']],
        'connection.regained': [otherCall, { ...stillUnclear, target: '#thirdUnknown' }],
        // The customer has gone; the agent still waits for the third party.
        'call.released': [{ guard: 'endsCall', target: '#outgoing', actions: promoteUnanswered }, ...left],
      },
    },
    talking: {
      id: 'thirdTalking',
      meta: { agent: 'Talks with the third party.' },
      on: {
        ...asksOfReached,
        ...another,
        // The customer has gone; agent and third party go on talking.
        'call.released': [{ guard: 'endsCall', target: '#talking', actions: promote }, ...left],
      },
    },
    unknown: {
      id: 'thirdUnknown',
      meta: { agent: 'An outage may have hidden whether the third party has answered: the service decides what is possible.' },
      on: {
        ...asksOfReached,
        cancelConsult,
        'connection.regained': [otherCall, stillUnclear],
        'call.dialing': [{ guard: 'isThird', target: '#thirdDialing', actions: 'updateThird' }, another['call.dialing']],
        'call.established': [answered, another['call.established']],
        'call.released': [{ guard: 'endsCall', target: '#talking', actions: promote }, ...left],
      },
    },
    gone: {
      id: 'thirdGone',
      meta: { agent: 'The third party has no leg of its own any more: it is being brought together with the customer.' },
      on: asksOfReached,
      // That has come to nothing.
      always: [
        { guard: 'isLeftWaiting', target: '#afterConsult', actions: { type: 'endThird', params: { because: 'unseen', isOver: true } } },
        { guard: 'isLeftTalking', target: '#talking', actions: { type: 'endThird', params: { because: 'unseen', isOver: true } } },
      ],
    },
  },
});
