import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Makes the agent available for calls. */
export const ready = declareCommand({
  name: 'ready',
  lane: 'login',
  needs: 'login',
  parameters: noParameters(),
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.ready' }],
  deadline: 15_000,
  announces: () => ({ type: 'agent.ready' }),
});
