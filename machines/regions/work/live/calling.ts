import { agentSetup } from '../../../agent-setup.js';
import { giveWay } from './other-calls.js';

/** makeCall was sent and the server has not spoken of the call yet. */
export const calling = agentSetup.createStateConfig({
  id: 'calling',
  meta: { agent: 'A call was asked for.', customer: 'Nothing yet.' },
  entry: { type: 'enterWork', params: { work: 'calling' } },
  always: giveWay,
  on: {
    'call.dialing': { guard: 'isCall', target: '#outgoing', actions: 'updateCall' },
    'call.ringing': [
      // The agent's own phone rings first, or the dialer offers a call.
      { guard: 'mayBeOwnPhone', target: '#offered', actions: ['updateCall', 'offerCall'] },
      // A call came in before the one asked for went out.
      { guard: 'isIncoming', target: '#ringing', actions: 'replaceOwnCall' },
      { guard: 'isCall', target: '#outgoing', actions: 'updateCall' },
    ],
    'call.established': { guard: 'isCall', target: '#talking', actions: ['updateCall', 'establishCall'] },
    // The word that confirms it came too late to say more.
    'command.confirmed': { guard: { type: 'wasConfirmed', params: { command: 'makeCall' } }, target: '#outgoing' },
    'command.failed': {
      guard: { type: 'hasFailed', params: { command: 'makeCall' } },
      target: '#afterCall',
      actions: { type: 'endCall', params: { because: 'notMade' } },
    },
  },
});
