import { declareCommand } from './declaration.js';

/** Takes the agent out of the distribution of calls: DND or a break. */
export const notReady = declareCommand({
  name: 'notReady',
  lane: 'login',
  needs: 'login',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.notReady' }],
  deadline: 15_000,
  announces: ({ reason }) => ({ type: 'agent.notReady', ...(reason == null ? {} : { reason }) }),
});
