import { declareCommand } from './declaration.js';
import { target } from './target.js';

/** Hands the customer to somebody else without asking first; the agent's own call ends. */
export const singleTransfer = declareCommand({
  name: 'singleTransfer',
  lane: 'call',
  needs: 'call',
  parameters: target(),
  answeredBy: 'event',
  // The transfer may succeed only when the target answers.
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 60_000,
});
