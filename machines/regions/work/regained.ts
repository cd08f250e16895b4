import { agentSetup } from '../../agent-setup.js';
import type { RegainTarget } from '../../regain/regain-plan.js';

const as = (target: RegainTarget, state: string) =>
  ({ guard: { type: 'regainsAs' as const, params: { target } }, target: state, actions: 'regainCalls' as const });

/** The server says where the agent stands: one edge for each status. */
export const regained = agentSetup.createStateConfig({
  id: 'regained',
  meta: { agent: 'Goes on where the server says.' },
  always: [
    as('next', '#afterCall'),
    as('dialing', '#dialing'),
    as('ringing', '#ringing'),
    as('talking', '#talking'),
    as('guessed', '#guessed'),
    as('holding', '#holding'),
    as('afterConsult', '#afterConsult'),
    as('consulting', '#thirdTalking'),
    as('consultingUnknown', '#thirdUnknown'),
    as('conferencing', '#conferencing'),
    as('acw', '#acw'),
    { target: '#idle', actions: 'regainCalls' },
  ],
});
