import { declareCommand } from './declaration.js';

/** Ends after-call work; the agent is in DND then. */
export const completeACWToBusy = declareCommand({
  name: 'completeACWToBusy',
  lane: 'call',
  needs: 'acw',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'agent.notReady' }],
  deadline: 10_000,
  intent: { reason: 'dnd' },
});
