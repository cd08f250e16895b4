import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Signs the agent out. */
export const logout = declareCommand({
  name: 'logout',
  lane: 'login',
  needs: 'connection',
  parameters: noParameters(),
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.loggedOut' }],
  deadline: 15_000,
  announces: () => ({ type: 'agent.loggedOut' }),
});
