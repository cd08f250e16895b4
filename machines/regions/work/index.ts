import { agentSetup } from '../../agent-setup.js';
import { acw } from './acw.js';
import { idle } from './idle.js';
import { live } from './live.js';
import { regaining } from './regaining.js';
import { unexpected } from './unexpected.js';

/**
 * The call work status. A state takes the facts it expects; what none of them
 * expects is taken here, leads to the state it announces, and is reported.
 */
export const work = agentSetup.createStateConfig({
  initial: 'idle',
  on: {
    ...unexpected,
    'connection.regained': regaining,
    'connection.displaced': { target: '#idle', actions: 'endCall' },
    'agent.loggedOut': { target: '#idle', actions: 'endCall' },
  },
  states: { idle, live, acw },
});
