import { agentSetup } from '../../agent-setup.js';

/** makeCall was sent and the server has not spoken of the call yet. */
export const calling = agentSetup.createStateConfig({
  id: 'calling',
  meta: { agent: 'A call was asked for.', customer: 'Nothing yet.' },
  entry: 'markWorkChange',
  on: {
    'call.dialing': { guard: 'isCall', target: '#dialing', actions: 'updateCall' },
    'call.ringing': [
      // A call came in before the one asked for went out.
      { guard: 'isIncoming', target: '#ringing', actions: 'beginCall' },
      // The agent's own phone rings first.
      { guard: 'isCall', target: '#dialing', actions: 'updateCall' },
    ],
    'call.established': {
      guard: 'isCall',
      target: '#talking',
      actions: ['updateCall', 'establishCall'],
    },
    'request.undone': {
      guard: { type: 'isUndone', params: { command: 'makeCall' } },
      target: '#idle',
      actions: 'endCall',
    },
  },
});
