import * as v from 'valibot';
import { declareParameters } from './declaration.js';
import { code, optionalText, parameters } from './schemas.js';

export const setRoute = declareParameters({
  schema: v.pipe(
    parameters({
      /** 1: any number of the company, 2: a dynamic scheme, 3: a number of the agent's own. */
      explicitRule: code('1', '2', '3'),
      /** The scheme; needed with rule 2. */
      explicitCode: optionalText(),
      /** The number; needed with rule 3. */
      explicitNumber: optionalText(),
    }),
    v.forward(
      v.check((route) => route.explicitRule !== '2' || route.explicitCode !== undefined, 'is needed with explicitRule 2'),
      ['explicitCode'],
    ),
    v.forward(
      v.check((route) => route.explicitRule !== '3' || route.explicitNumber !== undefined, 'is needed with explicitRule 3'),
      ['explicitNumber'],
    ),
  ),
});
