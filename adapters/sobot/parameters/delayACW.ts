import { declareParameters } from './declaration.js';
import { parameters, wholeNumber } from './schemas.js';

export const delayACW = declareParameters({
  schema: parameters({
    /** By how many seconds: 30 to 900. */
    delayTime: wholeNumber('must be a whole number of seconds from 30 to 900', (seconds) => seconds >= 30 && seconds <= 900),
  }),
  intent: ({ delayTime }) => ({ seconds: delayTime }),
});
