import { declareCommand } from './declaration.js';

/** Answers the call that rings (web phones; other phones answer on the device). */
export const answer = declareCommand({
  name: 'answer',
  lane: 'call',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'call.established', leg: 'call' }],
  deadline: 15_000,
});
