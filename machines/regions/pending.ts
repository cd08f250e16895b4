import { agentSetup } from '../agent-setup.js';

const decided = { guard: 'decidesCommands', actions: 'decideCommands' } as const;
const lateSuccess = { guard: 'isLateSuccess', actions: 'dropLateRejection' } as const;
const heard = [decided, lateSuccess] as const;

/**
 * Pending commands. Lanes, and the facts that each command waits for, are data;
 * an event decides before the calls have taken it, and settles when they have.
 * Every command is settled: it has a deadline, and the end of its call is taken
 * at any moment.
 */
export const pending = agentSetup.createStateConfig({
  meta: { agent: 'Awaits the outcome of the commands that were sent.' },
  always: { guard: 'isAnySettled', actions: 'settleCommands' },
  on: {
    'command.sent': { guard: 'isLaneFree', actions: 'recordPending' },
    'command.accepted': { guard: 'decidesCommands', actions: ['believeSuccess', 'decideCommands'] },
    'command.refused': decided,
    'command.confirmed': decided,
    'deadline.reached': decided,
    'connection.displaced': decided,
    'transfer.completed': decided,
    // The service rejects in the order of the commands, also those that are settled meanwhile.
    'call.error': [decided, { guard: 'isLateRejection', actions: 'takeLateRejection' }],
    // Transferred, or gone: the absence of a refusal will tell.
    'call.released': [{ guard: 'leavesTransferUnclear', actions: ['announceProvisional', 'decideOthers'] }, ...heard],
    // The release of the customer's leg, told again: it is still unclear.
    'fact.ignored': [{ guard: 'isCompleting', actions: 'decideOthers' }, decided],
    'agent.*': decided,
    'call.*': heard,
    'conference.*': heard,
    'microphone.*': heard,
    'acw.*': heard,
    'dtmf.sent': decided,
  },
});
