import { declareCommand } from './declaration.js';

/** Takes the customer off hold. */
export const retrieveCall = declareCommand({
  name: 'retrieveCall',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.retrieved', leg: 'known' }],
  deadline: 10_000,
});
