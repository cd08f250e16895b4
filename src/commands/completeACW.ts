import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Ends after-call work; the agent returns to the login state before the call. */
export const completeACW = declareCommand({
  name: 'completeACW',
  lane: 'call',
  needs: 'acw',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'agent.ready' },
    { fact: 'agent.notReady' },
  ],
  deadline: 10_000,
});
