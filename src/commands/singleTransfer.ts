import { declareCommand } from './declaration.js';

/** Hands the customer to somebody else without asking first; the agent's own call ends. */
export const singleTransfer = declareCommand({
  name: 'singleTransfer',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  // The transfer may succeed, or fail, only when the target has rung for a minute.
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 90_000,
});
