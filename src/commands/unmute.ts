import { declareCommand } from './declaration.js';

/** Turns the agent's microphone on. */
export const unmute = declareCommand({
  name: 'unmute',
  lane: 'microphone',
  needs: 'call',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'microphone.unmuted', leg: 'either' }],
  deadline: 10_000,
});
