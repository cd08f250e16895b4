import { declareCommand } from './declaration.js';

/** Ends after-call work; the agent returns to the login state before the call. */
export const completeACW = declareCommand({
  name: 'completeACW',
  lane: 'call',
  needs: 'acw',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'agent.ready' }, { fact: 'agent.notReady' }],
  deadline: 10_000,
});
