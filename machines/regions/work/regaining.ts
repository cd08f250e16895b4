import type { RegainTarget } from '../../regain-target.js';

const to = (status: RegainTarget, target: string) => ({
  guard: { type: 'regainsAs' as const, params: { status } },
  target,
  actions: 'regainCall' as const,
});

/** A state that the agent is regained in stays entered: nothing has changed at this moment. */
export const stays = (status: RegainTarget) => ({
  guard: { type: 'regainsAs' as const, params: { status } },
  actions: 'regainCall' as const,
});

/** To where the server, or what was known of this very call, says that the agent is. */
export const regaining = [
  stays('keep'),
  to('idle', '#idle'),
  to('dialing', '#dialing'),
  to('ringing', '#ringing'),
  to('talking', '#talking'),
  to('holding', '#holding.held'),
  {
    guard: 'regainsUnansweredConsult' as const,
    target: '#consulting.dialing',
    actions: 'regainCall' as const,
  },
  to('consulting', '#consulting.talking'),
  to('conferencing', '#conferencing'),
  to('acw', '#acw'),
];
