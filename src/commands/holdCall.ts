import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Puts the customer on hold. */
export const holdCall = declareCommand({
  name: 'holdCall',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.held', leg: 'call' }],
  deadline: 10_000,
});
