import { agentSetup } from '../../agent-setup.js';
import { answeredLane } from './answered-lane.js';
import { callLane } from './call-lane.js';
import { eventLane } from './event-lane.js';
import { sideLanes } from './side-lanes.js';

const lateSuccess = { guard: 'isLateSuccess' as const, actions: 'dropLateRejection' as const };

/** Pending commands: the lanes, their escapes, and those that block nothing. */
export const pending = agentSetup.createStateConfig({
  type: 'parallel',
  // The service rejects in the order of the commands, also those that are settled meanwhile.
  on: {
    'call.error': { guard: 'isLateRejection', actions: 'takeLateRejection' },
    'call.*': lateSuccess,
    'conference.*': lateSuccess,
    'microphone.*': lateSuccess,
    'acw.*': lateSuccess,
  },
  states: {
    login: answeredLane('login'),
    reset: answeredLane('reset'),
    makeCall: eventLane('makeCall'),
    call: callLane,
    cancelConsult: eventLane('cancelConsult'),
    hangup: eventLane('hangup'),
    microphone: eventLane('microphone'),
    side: sideLanes,
  },
});
