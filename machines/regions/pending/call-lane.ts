import { agentSetup } from '../../agent-setup.js';
import { confirmations, obsoleteIn } from './event-lane.js';
import { failures, free, settles } from './lane.js';

const params = { lane: 'call' } as const;
const confirmed = confirmations('call')['call.*'];
const superseded = settles('call', 'superseded');

/** The lane of the call commands, consults and transfers among them. */
export const callLane = agentSetup.createStateConfig({
  id: 'callLane',
  initial: 'free',
  states: {
    free: free('call'),
    sent: {
      meta: { agent: 'A command was sent, its outcome is awaited.' },
      always: obsoleteIn('call'),
      on: {
        ...failures('call'),
        ...confirmations('call'),
        'call.released': [
          // Transferred, or gone: that the service says nothing against it will tell.
          { guard: 'leavesTransferUnclear', actions: 'announceProvisional' },
          confirmed,
          { guard: { type: 'refusesConsult', params }, ...superseded },
        ],
        // The release of the customer's leg, told again: it is still unclear.
        'fact.ignored': [{ guard: 'isCompleting' }, confirmed],
        'transfer.completed': settles('call', 'confirmed'),
        'command.confirmed': { guard: { type: 'isConsultCancelled', params }, ...superseded },
      },
    },
  },
});
