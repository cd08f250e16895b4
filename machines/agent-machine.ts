import { agentSetup } from './agent-setup.js';
import { initialContext } from './context.js';
import { connection } from './regions/connection.js';
import { device } from './regions/device.js';
import { login } from './regions/login.js';
import { microphone } from './regions/microphone.js';
import { network } from './regions/network.js';
import { pending } from './regions/pending/index.js';
import { work } from './regions/work/index.js';

/**
 * A contact-centre agent at a phone bar: where the agent stands with the service
 * (connection, login), what happens on the phone (work, microphone, device,
 * network), and which commands await their outcome (pending).
 *
 * The machine has no clock and does no I/O: every event brings its time (`at`),
 * deadlines are epoch ms in context, and `deadline.reached` names those that
 * have passed. So a restored machine has its deadlines still.
 *
 * `work` comes before `pending`, so that a fact changes the call before it
 * settles the command which it confirms.
 */
export const agentMachine = agentSetup.createMachine({
  id: 'agent',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  on: {
    on: { actions: 'changeSubscription' },
    off: { actions: 'changeSubscription' },
    'memory.recalled': { actions: 'recall' },
  },
  states: { connection, login, work, microphone, device, network, pending },
});

export type AgentMachine = typeof agentMachine;
