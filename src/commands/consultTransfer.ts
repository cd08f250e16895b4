import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Hands the customer to the consulted party; the agent's own call ends. */
export const consultTransfer = declareCommand({
  name: 'consultTransfer',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 20_000,
});
