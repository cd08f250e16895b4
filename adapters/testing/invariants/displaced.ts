import type { Invariant } from './invariant.js';

export const displacedIsOffline: Invariant = {
  name: 'a page that is displaced is offline and without a call, and nothing signs it in again',
  meaning: 'Two pages believe that they have the same agent, and both press buttons.',
  source: 'contract §6, EventAgentConnectionChanged',
  ofState: ({ connection, login }) =>
    connection === 'displaced' && login !== 'offline' && login !== 'loggingIn' ? `the page is displaced, and login is ${login}` : null,
  // Later the server may announce a call to it all the same, and is believed; an initAgent that comes to nothing
  // leaves it as it was.
  ofChange: ({ state }, before) => {
    if (state.connection !== 'displaced' || ['displaced', 'initializing'].includes(before.connection)) return null;
    if (state.work !== 'idle') return `the page has been displaced, and work is ${state.work}`;
    return state.pending.length === 0 ? null : 'the page has been displaced, and commands are still pending';
  },
};
