import { declareCommand } from './declaration.js';

/** Puts the customer on hold. */
export const holdCall = declareCommand({
  name: 'holdCall',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.held', leg: 'call' }],
  deadline: 10_000,
});
