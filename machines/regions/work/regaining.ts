import type { RegainTarget } from '../../regain-target.js';

const to = (status: RegainTarget, target: string) => ({
  guard: { type: 'regainsAs' as const, params: { status } },
  target,
  actions: 'regainCall' as const,
});

/** To where the server, or what was known of this very call, says that the agent is. */
export const regaining = [
  { guard: { type: 'regainsAs' as const, params: { status: 'keep' as const } }, actions: 'regainCall' as const },
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
