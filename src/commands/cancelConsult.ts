import { declareCommand } from './declaration.js';

/** Gives up the consult before the third party has answered. */
export const cancelConsult = declareCommand({
  name: 'cancelConsult',
  lane: 'cancelConsult',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'call.released', leg: 'consult' },
    { fact: 'call.retrieved', leg: 'call' },
  ],
  deadline: 10_000,
});
