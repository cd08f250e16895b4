import { declareCommand } from './declaration.js';
import { noParameters } from './schemas.js';

/** Answers the call that rings (web phones; other phones answer on the device). */
export const answer = declareCommand({
  name: 'answer',
  lane: 'call',
  needs: 'call',
  parameters: noParameters(),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.established', leg: 'call' }],
  deadline: 15_000,
});
