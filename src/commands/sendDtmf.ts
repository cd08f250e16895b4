import { declareCommand } from './declaration.js';

/** Sends keys into the call. */
export const sendDtmf = declareCommand({
  name: 'sendDtmf',
  lane: 'keys',
  needs: 'call',
  answeredBy: 'event',
  // The event may never come, and the next key must not wait for it.
  confirm: 'optimistic',
  confirmedBy: [{ fact: 'dtmf.sent', leg: 'either' }],
  deadline: 10_000,
});
