import { agentSetup } from './agent-setup.js';
import { initialContext } from './context.js';
import { connection } from './regions/connection.js';
import { device } from './regions/device.js';
import { login } from './regions/login.js';
import { microphone } from './regions/microphone.js';
import { network } from './regions/network.js';
import { pending } from './regions/pending.js';
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
 * `pending` comes before `work`: the outcome of a command is decided by the
 * calls as they were, and settled when they have changed.
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
  states: { connection, login, pending, work, microphone, device, network },
});

export type AgentMachine = typeof agentMachine;
