import { agentSetup } from '../../agent-setup.js';

const continues = (work: 'talking' | 'holding' | 'ringing' | 'dialing', target: `#${string}`) => ({
  guard: { type: 'continuesAs' as const, params: { work } },
  target,
  actions: 'takeNextCall' as const,
});

/** A call has ended. The one that waits and is furthest along takes its place; after the last comes after-call work. */
export const afterCall = agentSetup.createStateConfig({
  id: 'afterCall',
  meta: { agent: 'Goes on with the call that waits, else with after-call work.' },
  always: [
    continues('talking', '#talking'),
    continues('holding', '#holding'),
    continues('ringing', '#ringing'),
    continues('dialing', '#dialing'),
    { guard: 'isAcwNext', target: '#acw' },
    { target: '#idle' },
  ],
});
