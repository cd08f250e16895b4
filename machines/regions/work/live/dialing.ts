import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';
import { giveWay } from './other-calls.js';

const answer = asks('answerMustWait');

/** The outgoing leg is under way: the other side, or first the agent's own phone, rings. */
export const dialing = agentSetup.createStateConfig({
  id: 'dialing',
  initial: 'outgoing',
  meta: { agent: 'Waits for the other side to answer.', customer: 'The phone rings.' },
  entry: { type: 'enterWork', params: { work: 'dialing' } },
  always: giveWay,
  on: {
    'call.established': { guard: 'isCall', target: '#talking', actions: ['updateCall', 'establishCall'] },
  },
  states: {
    outgoing: { id: 'outgoing' },
    offered: {
      id: 'offered',
      meta: { agent: 'The own phone rings: for the call asked for, or with a call that the dialer offers.' },
      on: {
        answer,
        rejectCall: answer,
        'call.dialing': [
          // The call asked for is another one.
          { guard: 'isOwnLegAtLast', target: '#ringing', actions: 'splitOwnCall' },
          { guard: 'isCall', target: '#outgoing', actions: 'updateCall' },
        ],
        // The word that confirms it came too late to say more.
        'command.confirmed': { guard: { type: 'wasConfirmed', params: { command: 'makeCall' } }, target: '#outgoing' },
        'command.failed': { guard: { type: 'hasFailed', params: { command: 'makeCall' } }, target: '#ringing' },
      },
    },
  },
});
