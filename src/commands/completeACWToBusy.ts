import { declareCommand } from './declaration.js';
import { DND_REASON } from '../../machines/index.js';
import { noParameters } from './schemas.js';

/** Ends after-call work; the agent is in DND then. */
export const completeACWToBusy = declareCommand({
  name: 'completeACWToBusy',
  lane: 'call',
  needs: 'acw',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'agent.notReady' }],
  deadline: 10_000,
  intent: () => ({ reasonCode: DND_REASON }),
});
