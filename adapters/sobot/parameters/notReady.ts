import type { Reason } from '../../../src/index.js';
import { isReasonCode, reasonOf } from '../codes.js';
import { declareParameters } from './declaration.js';
import { parameters, wholeNumber } from './schemas.js';

export const notReady = declareParameters({
  schema: parameters({
    /** 2: DND; 11: break; 12: training; 13: meeting; 14: dining; 15: activity; 16 to 18: custom. */
    reasonCode: wholeNumber('must be 2 or a whole number from 11 to 18', isReasonCode),
  }),
  intent: ({ reasonCode }) => ({ reason: reasonOf(reasonCode) as Reason }),
});
