import { declareCommand } from './declaration.js';
import { target } from './target.js';

/** Hands the customer to somebody else without asking first; the agent's own call ends. */
export const singleTransfer = declareCommand({
  name: 'singleTransfer',
  lane: 'call',
  needs: 'call',
  parameters: target(),
  answeredBy: 'event',
  // The transfer may succeed, or fail, only when the target has rung for a minute.
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 90_000,
});
