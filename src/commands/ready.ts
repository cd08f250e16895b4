import { declareCommand } from './declaration.js';

/** Makes the agent available for calls. */
export const ready = declareCommand({
  name: 'ready',
  lane: 'login',
  needs: 'login',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.ready' }],
  deadline: 15_000,
  announces: () => ({ type: 'agent.ready' }),
});
