import * as v from 'valibot';
import { declareParameters } from './declaration.js';
import { parameters, requiredText } from './schemas.js';

export const sendDtmf = declareParameters({
  schema: parameters({
    /** 1 to 24 keys. The vendor's table leaves 0 out, its example has it. */
    dtmfDigits: v.pipe(requiredText(), v.regex(/^[0-9*#]{1,24}$/, 'must be 1 to 24 of 0-9 * #')),
  }),
});
