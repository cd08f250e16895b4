import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';
import { giveWay } from './other-calls.js';

const answer = asks('answerMustWait');

/** A call is offered to the agent. */
export const ringing = agentSetup.createStateConfig({
  id: 'ringing',
  meta: { agent: 'May answer or reject the call.', customer: 'Hears the ringing tone.' },
  entry: { type: 'enterWork', params: { work: 'ringing' } },
  always: giveWay,
  on: {
    answer,
    rejectCall: answer,
    'call.established': { guard: 'isCall', target: '#talking', actions: ['updateCall', 'establishCall'] },
    // It was the agent's own phone that rang; now the customer's does.
    'call.dialing': { guard: 'isCall', target: '#outgoing', actions: 'updateCall' },
  },
});
