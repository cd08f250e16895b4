import * as v from 'valibot';
import { Confidential } from '../../../machines/index.js';
import { declareParameters } from './declaration.js';
import { optionalText, parameters, requiredText } from './schemas.js';

export const makeCall = declareParameters({
  schema: v.pipe(
    parameters({
      /** The number as shown; it may be masked, then `privacyNumber` carries the real one. */
      otherDN: requiredText(),
      /** The number in encrypted form. */
      privacyNumber: optionalText(),
      /** The number that the customer is shown. Default: as the agent's routing says. */
      ANI: optionalText(),
      /** The scheme that picks the number the customer is shown; excludes `ANI`. */
      outboundPlanCode: optionalText(),
      /** The number that the agent's own phone shows. */
      agentANI: optionalText(),
      /** Stands in the vendor's example only (`1`). */
      outboundRouteType: optionalText(),
    }),
    v.forward(
      v.check((call) => call.ANI === undefined || call.outboundPlanCode === undefined, 'excludes ANI: give one of the two or neither'),
      ['outboundPlanCode'],
    ),
  ),
  intent: ({ otherDN }) => ({ details: new Confidential({ otherDN }) }),
});
