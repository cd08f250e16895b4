import { agentSetup } from './agent-setup.js';
import { initialContext } from './context.js';
import { connection } from './regions/connection.js';
import { login } from './regions/login.js';
import { microphone } from './regions/microphone.js';
import { network } from './regions/network.js';
import { requests } from './regions/requests/index.js';
import { work } from './regions/work/index.js';

/**
 * A contact-centre agent at a phone bar: who the agent is to the service
 * (connection, login), what happens on the phone (work, microphone, network),
 * and which commands await their outcome (requests).
 *
 * The machine has no clock and does no I/O: every event brings its time
 * (`at`), deadlines are epoch ms in context, and whoever runs the machine sends
 * `deadline.reached` when the next one has passed. So a restored machine has
 * its deadlines still.
 *
 * `work` comes before `requests`, so that a fact changes the call before it
 * ends the command which it confirms.
 */
export const agentMachine = agentSetup.createMachine({
  id: 'agent',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  on: {
    on: { actions: 'changeSubscription' },
    off: { actions: 'changeSubscription' },
  },
  states: { connection, login, work, microphone, network, requests },
});

export type AgentMachine = typeof agentMachine;
