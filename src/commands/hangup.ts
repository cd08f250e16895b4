import { declareCommand } from './declaration.js';

/** Hangs up, at any stage of a call and also while another call command is in flight. */
export const hangup = declareCommand({
  name: 'hangup',
  lane: 'hangup',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.released', leg: 'known' }],
  deadline: 10_000,
});
