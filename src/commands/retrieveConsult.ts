import { declareCommand } from './declaration.js';

/** Ends the talk with the third party and returns to the customer. */
export const retrieveConsult = declareCommand({
  name: 'retrieveConsult',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [
    { fact: 'call.retrieved', leg: 'call' },
    { fact: 'call.released', leg: 'consult' },
  ],
  deadline: 10_000,
});
