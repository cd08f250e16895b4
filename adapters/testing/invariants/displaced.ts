import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** The commands that go on over a displacement: with them the page may take the agent back. */
const TAKING_OVER = ['login', 'initAgent'];

function isTakingOver({ pending }: AgentState): boolean {
  return pending.some(({ command }) => TAKING_OVER.includes(command));
}

export const displacedIsOffline: Invariant = {
  name: 'a page that is displaced is offline and without a call, and nothing signs it in again',
  meaning: 'Two pages believe that they have the same agent, and both press buttons.',
  source: 'contract §6, EventAgentConnectionChanged',
  ofState: (state) => {
    const { connection, login, work, waiting } = state;
    // Facts that come while an own login is in flight count.
    if (connection !== 'displaced' || isTakingOver(state)) return null;
    if (login !== 'offline') return `the page is displaced, and login is ${login}`;
    if (work !== 'idle') return `the page is displaced, and work is ${work}`;
    return waiting.length === 0 ? null : 'the page is displaced, and calls wait';
  },
  ofChange: ({ state }, before) => {
    if (state.connection !== 'displaced' || ['displaced', 'initializing'].includes(before.connection)) return null;
    if (state.work !== 'idle') return `the page has been displaced, and work is ${state.work}`;
    return state.pending.every(({ command }) => TAKING_OVER.includes(command))
      ? null
      : 'the page has been displaced, and commands are still pending';
  },
};
