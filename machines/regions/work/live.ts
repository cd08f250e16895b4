import { agentSetup } from '../../agent-setup.js';
import { calling } from './calling.js';
import { dialing } from './dialing.js';
import { established } from './established.js';
import { ringing } from './ringing.js';

/** There is a call, whatever its stage: it can be hung up, and it can end at any moment. */
export const live = agentSetup.createStateConfig({
  initial: 'calling',
  on: {
    hangup: [{ guard: 'hangupLaneIsBusy' }, { actions: 'openRequest' }],
    'call.released': [
      { guard: 'isCallEndingInAcw', target: '#acw', actions: 'endCall' },
      { guard: 'isCall', target: '#idle', actions: 'endCall' },
    ],
  },
  states: { calling, dialing, ringing, established },
});
