import { declareCommand } from './declaration.js';

/** Signs the agent out. */
export const logout = declareCommand({
  name: 'logout',
  lane: 'login',
  needs: 'connection',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.loggedOut' }],
  deadline: 15_000,
  announces: () => ({ type: 'agent.loggedOut' }),
});
