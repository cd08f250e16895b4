import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Takes the customer off hold. */
export const retrieveCall = declareCommand({
  name: 'retrieveCall',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.retrieved', leg: 'known' }],
  deadline: 10_000,
});
