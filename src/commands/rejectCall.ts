import { declareCommand } from './declaration.js';

/** Rejects the call that rings. */
export const rejectCall = declareCommand({
  name: 'rejectCall',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 10_000,
});
