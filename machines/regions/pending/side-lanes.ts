import { agentSetup } from '../../agent-setup.js';

const settle = (outcome: 'confirmed' | 'rejected' | 'timedOut' | 'displaced' | 'superseded') =>
  ({ type: 'settleSide', params: { outcome } }) as const;

/** Keys, queries and supervisor commands: any number is pending, and none blocks anything. */
export const sideLanes = agentSetup.createStateConfig({
  always: { guard: 'areKeysObsolete', actions: settle('superseded') },
  on: {
    'command.sent': { guard: 'isForSide', actions: 'recordPending' },
    'command.accepted': { guard: 'answersSide', actions: settle('confirmed') },
    'command.refused': { guard: 'answersSide', actions: settle('rejected') },
    'call.error': { guard: 'rejectsKeys', actions: settle('rejected') },
    'dtmf.sent': { guard: 'confirmsKeys', actions: settle('confirmed') },
    'fact.ignored': { guard: 'confirmsKeys', actions: settle('confirmed') },
    'deadline.reached': { guard: 'isSideDue', actions: settle('timedOut') },
    'connection.displaced': { actions: settle('displaced') },
  },
});
