import { agentSetup } from '../agent-setup.js';

/** The agent's phone, as the service's registration knows it. */
export const device = agentSetup.createStateConfig({
  initial: 'unknown',
  on: {
    'device.registered': '.registered',
    'device.lost': '.lost',
    'connection.displaced': '.unknown',
  },
  states: {
    unknown: { meta: { agent: 'Nothing has been heard of the phone.' } },
    registered: { meta: { agent: 'The phone is registered.' } },
    lost: { meta: { agent: 'The phone is not registered: sign in again.', customer: 'Calls cannot reach the agent.' } },
  },
});
