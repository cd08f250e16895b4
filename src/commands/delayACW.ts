import { declareCommand } from './declaration.js';
import { parameters, wholeNumber } from './schemas.js';

/** Extends after-call work. */
export const delayACW = declareCommand({
  name: 'delayACW',
  lane: 'call',
  needs: 'acw',
  parameters: parameters({
    /** By how many seconds: 30 to 900. */
    delayTime: wholeNumber(
      'must be a whole number of seconds from 30 to 900',
      (seconds) => seconds >= 30 && seconds <= 900,
    ),
  }),
  answeredBy: 'event',
  confirmedBy: [{ fact: 'acw.extended' }],
  deadline: 10_000,
  intent: ({ delayTime }) => ({ seconds: delayTime }),
});
