import * as v from 'valibot';
import { DND_REASON } from '../../machines/index.js';
import { declareCommand } from './declaration.js';
import {
  optionalCode,
  optionalFlag,
  optionalText,
  parameters,
  phoneType,
  textOrBlank,
} from './schemas.js';

const reasonOf = (agentState: string | undefined) => (agentState === '1' ? null : DND_REASON);

/** Signs the agent in. Another end that was signed in is disconnected. */
export const login = declareCommand({
  name: 'login',
  lane: 'login',
  needs: 'connection',
  parameters: v.pipe(
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
      v.check(
        (given) => given.phoneType !== 'pstn' || given.bindMobile !== undefined,
        'is needed with phoneType pstn',
      ),
      ['bindMobile'],
    ),
  ),
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'agent.ready' }, { fact: 'agent.notReady' }],
  deadline: 20_000,
  announces: ({ agentState }) => ({ type: 'agent.loggedIn', reasonCode: reasonOf(agentState) }),
  intent: ({ agentState }) => ({ reasonCode: reasonOf(agentState) }),
});
