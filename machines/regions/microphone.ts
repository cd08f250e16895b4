import { agentSetup } from '../agent-setup.js';
import { asks } from './asks.js';

/** The agent's microphone, independent of hold. */
export const microphone = agentSetup.createStateConfig({
  initial: 'unmuted',
  states: {
    unmuted: {
      meta: { customer: 'Hears the agent, unless held.' },
      on: {
        muteCall: asks('noCallIsEstablished', 'microphoneLaneIsBusy'),
        'microphone.muted': [
          { guard: 'isThisCall', target: 'muted' },
          { guard: 'isFirstHeardMuted', target: 'muted' },
        ],
        'connection.regained': { guard: 'regainsMuted', target: 'muted' },
      },
    },
    muted: {
      meta: { customer: 'Does not hear the agent.' },
      // Any end of the call opens the microphone: there is nothing left to be muted in.
      always: { guard: 'isNothingToMute', target: 'unmuted' },
      on: {
        unmute: asks('microphoneLaneIsBusy'),
        'microphone.unmuted': { guard: 'isThisCall', target: 'unmuted' },
        'connection.regained': [{ guard: 'regainsMuted' }, { guard: 'regainsOtherCall', target: 'unmuted' }],
      },
    },
  },
});
