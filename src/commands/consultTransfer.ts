import { declareCommand } from './declaration.js';

/** Hands the customer to the consulted party; the agent's own call ends. */
export const consultTransfer = declareCommand({
  name: 'consultTransfer',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 20_000,
});
