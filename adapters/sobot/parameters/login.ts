import * as v from 'valibot';
import { declareParameters } from './declaration.js';
import { optionalCode, optionalFlag, optionalText, parameters, phoneType, textOrBlank } from './schemas.js';

export const login = declareParameters({
  schema: v.pipe(
    parameters({
      /** 1: online, 2: DND. Default: 2. */
      agentState: optionalCode('1', '2'),
      /** `sip`, `pstn` or `webrtc`. Blank: the agent's default answering method. */
      phoneType: phoneType(),
      /** Blank: the extension of the agent's settings. */
      bindExt: textOrBlank(),
      /** Needed with `pstn`. */
      bindMobile: optionalText(),
      /** Whether the extension is given back on logout. Default: false. */
      unbindExtOnLogout: optionalFlag(),
    }),
    v.forward(
      v.check((given) => given.phoneType !== 'pstn' || given.bindMobile !== undefined, 'is needed with phoneType pstn'),
      ['bindMobile'],
    ),
  ),
  intent: ({ agentState }) => ({ reason: agentState === '1' ? null : 'dnd' }),
});
