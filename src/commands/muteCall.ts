import { declareCommand } from './declaration.js';

/** Turns the agent's microphone off. */
export const muteCall = declareCommand({
  name: 'muteCall',
  lane: 'microphone',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'microphone.muted', leg: 'either' }],
  deadline: 10_000,
});
