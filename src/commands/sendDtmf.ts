import { declareCommand } from './declaration.js';
import * as v from 'valibot';
import { parameters, requiredText } from './schemas.js';

/** Sends keys into the call. */
export const sendDtmf = declareCommand({
  name: 'sendDtmf',
  lane: 'keys',
  needs: 'call',
  parameters: parameters({
    /** 1 to 24 keys. The vendor's table leaves 0 out, its example has it. */
    dtmfDigits: v.pipe(requiredText(), v.regex(/^[0-9*#]{1,24}$/, 'must be 1 to 24 of 0-9 * #')),
  }),
  answeredBy: 'event',
  // The event may never come, and the next key must not wait for it.
  confirm: 'optimistic',
  confirmedBy: [{ fact: 'dtmf.sent', leg: 'either' }],
  deadline: 10_000,
});
