import { agentSetup } from '../../agent-setup.js';
import type { OnHold } from '../../read-state.js';
import type { RegainTarget } from '../../regain/regain-plan.js';

const as = (target: RegainTarget, state: string) => ({
  guard: { type: 'regainsAs' as const, params: { target } },
  target: state,
  actions: 'regainCalls' as const,
});

/** The server does not say who is on hold: it is as before the page was loaded anew. */
const asHeld = (target: RegainTarget, onHold: OnHold, state: string | readonly string[]) => ({
  guard: { type: 'regainsAs' as const, params: { target, onHold } },
  target: state,
  actions: 'regainCalls' as const,
});

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
    asHeld('consulting', 'thirdParty', ['#thirdTalking', '#thirdHeld']),
    as('consulting', '#thirdTalking'),
    as('consultingUnknown', '#thirdUnknown'),
    asHeld('conferencing', 'conference', '#conferenceHeld'),
    as('conferencing', '#conferencing'),
    as('acw', '#acw'),
    { target: '#idle', actions: 'regainCalls' },
  ],
});
