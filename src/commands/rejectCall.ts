import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Rejects the call that rings. */
export const rejectCall = declareCommand({
  name: 'rejectCall',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.released', leg: 'call' }],
  deadline: 10_000,
});
