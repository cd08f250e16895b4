import { agentSetup } from '../../agent-setup.js';
import { confirmations, mootAt } from './event-lane.js';
import { ends, failures, free } from './lane.js';

const params = { lane: 'call' } as const;
const confirmed = confirmations('call')['call.*'];
const handedOver = { guard: 'completesTransfer', ...ends('call', 'confirmed') } as const;

/** The lane of the call commands, consults and transfers among them. */
export const callLane = agentSetup.createStateConfig({
  id: 'callLane',
  initial: 'free',
  states: {
    free: free('call'),
    sent: {
      meta: { agent: 'A command was sent, its outcome is awaited.' },
      always: mootAt('call'),
      on: {
        ...failures('call'),
        ...confirmations('call'),
        'call.released': [
          // Handed over, or gone: that the server says nothing against it will tell.
          { guard: 'leavesTransferUnclear', actions: 'awaitRefusal' },
          handedOver,
          confirmed,
          { guard: { type: 'refusesConsult', params }, ...ends('call', 'superseded') },
        ],
        'acw.started': [handedOver, confirmed],
        'deadline.reached': [handedOver, failures('call')['deadline.reached']],
        'request.done': { guard: { type: 'isConsultCancelled', params }, ...ends('call', 'superseded') },
      },
    },
  },
});
