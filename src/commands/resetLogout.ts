import { declareCommand } from './declaration.js';

/** The way out of everything: hangs up and signs out, from any state. */
export const resetLogout = declareCommand({
  name: 'resetLogout',
  lane: 'reset',
  needs: 'connection',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.loggedOut' }],
  deadline: 15_000,
  announces: () => ({ type: 'agent.loggedOut', isOwn: true }),
});
