import { declareCommand } from './declaration.js';

/** Signs the agent in. Another end that was signed in is disconnected. */
export const login = declareCommand({
  name: 'login',
  lane: 'login',
  needs: 'connection',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.ready' }, { fact: 'agent.notReady' }],
  deadline: 20_000,
  announces: ({ reason }) => ({ type: 'agent.loggedIn', ...(reason === undefined ? {} : { reason }) }),
});
