import { agentSetup } from '../agent-setup.js';

/** The agent's microphone, independent of hold. */
export const microphone = agentSetup.createStateConfig({
  initial: 'unmuted',
  states: {
    unmuted: {
      meta: { customer: 'Hears the agent, unless held.' },
      on: {
        muteCall: [
          { guard: 'noCallIsEstablished' },
          { guard: 'callLaneIsBusy' },
          { actions: 'openRequest' },
        ],
        'microphone.muted': [
          { guard: 'isThisTalk', target: 'muted' },
          { guard: 'isNewTalk', target: 'muted' },
        ],
        'connection.regained': { guard: 'regainsMuted', target: 'muted' },
      },
    },
    muted: {
      meta: { customer: 'Does not hear the agent.' },
      // Whatever ends the call opens the microphone: there is nothing left to be muted in.
      always: { guard: 'noCallIsEstablished', target: 'unmuted' },
      on: {
        unmute: [{ guard: 'callLaneIsBusy' }, { actions: 'openRequest' }],
        'microphone.unmuted': { guard: 'isThisTalk', target: 'unmuted' },
        'connection.regained': [
          { guard: 'regainsMuted' },
          { guard: 'regainsOtherCall', target: 'unmuted' },
        ],
      },
    },
  },
});
