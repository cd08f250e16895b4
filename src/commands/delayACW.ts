import { declareCommand } from './declaration.js';

/** Extends after-call work. */
export const delayACW = declareCommand({
  name: 'delayACW',
  lane: 'call',
  needs: 'acw',
  answeredBy: 'event',
  confirmedBy: [{ fact: 'acw.extended' }],
  deadline: 10_000,
});
