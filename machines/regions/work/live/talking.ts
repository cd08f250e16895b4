import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';
import { beginsConsult } from './begins-consult.js';

const guess = asks('answerMustWait');
const heard = { guard: 'isCall', target: '#heard', actions: 'updateCall' } as const;

/** The agent talks with the customer. */
export const talking = agentSetup.createStateConfig({
  id: 'talking',
  initial: 'heard',
  meta: { agent: 'Talks with the customer.', customer: 'Talks with the agent.' },
  entry: { type: 'enterWork', params: { work: 'talking' } },
  on: {
    ...beginsConsult,
    holdCall: asks('callLaneIsBusy'),
    singleTransfer: asks('callLaneIsBusy'),
    initiateConsult: asks('callLaneIsBusy'),
    sendDtmf: asks(),
    'call.held': { guard: 'isCall', target: '#holding', actions: 'updateCall' },
    'call.retrieved': [
      { guard: 'isCall', actions: 'updateCall' },
      // A talk already, whichever leg of this call it names: the work status has not changed.
      { guard: 'isThisCall', actions: 'reportDivergence' },
    ],
    // A third party was brought in, by the other side or by a supervisor.
    'conference.formed': { guard: 'isThisCall', target: '#conferencing', actions: 'updateCall' },
  },
  states: {
    heard: { id: 'heard' },
    guessed: {
      id: 'guessed',
      meta: { agent: 'A regain names the call and not how far it is: the service decides what is possible.' },
      on: {
        answer: guess,
        rejectCall: guess,
        retrieveCall: asks('callLaneIsBusy'),
        'call.ringing': { guard: 'isCall', target: '#ringing', actions: ['updateCall', 'unanswerCall'] },
        'call.dialing': [beginsConsult['call.dialing'], { guard: 'isCall', target: '#outgoing', actions: ['updateCall', 'unanswerCall'] }],
        'call.established': [
          beginsConsult['call.established'],
          { guard: 'isCall', target: '#heard', actions: ['updateCall', 'establishCall'] },
        ],
        'call.retrieved': heard,
        'call.partyChanged': heard,
        'call.destinationBusy': heard,
        'conference.partyDeleted': heard,
        'dtmf.sent': { ...heard, actions: 'nameLeg' },
        'microphone.*': heard,
      },
    },
  },
});
