import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** The outgoing leg is under way: the other side, or first the agent's own phone, rings. */
export const dialing = agentSetup.createStateConfig({
  id: 'dialing',
  meta: { agent: 'Waits for the other side to answer.', customer: 'The phone rings.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('dialing'),
    'call.established': {
      guard: 'isCall',
      target: '#talking',
      actions: ['updateCall', 'establishCall'],
    },
  },
});
