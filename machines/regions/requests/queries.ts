import { agentSetup } from '../../agent-setup.js';

const end = (outcome: 'confirmed' | 'rejected' | 'timedOut' | 'displaced') =>
  ({ type: 'endQueries', params: { outcome } }) as const;

/** Queries and supervisor commands in flight: any number, and none blocks anything. */
export const queries = agentSetup.createStateConfig({
  on: {
    'request.opened': { guard: 'isQuery', actions: 'recordRequest' },
    'request.succeeded': { guard: 'answersQuery', actions: end('confirmed') },
    'request.failed': { guard: 'answersQuery', actions: end('rejected') },
    'deadline.reached': { guard: 'isQueryDue', actions: end('timedOut') },
    'connection.displaced': { actions: end('displaced') },
  },
});
