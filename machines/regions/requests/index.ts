import { agentSetup } from '../../agent-setup.js';
import { answeredLane } from './answered-lane.js';
import { callLane } from './call-lane.js';
import { eventLane } from './event-lane.js';
import { queries } from './queries.js';

const noRefusal = { guard: 'isOwedDone' as const, actions: 'dropOwedRefusal' as const };

/** Commands in flight: the two lanes, their escapes, and those that block nothing. */
export const requests = agentSetup.createStateConfig({
  type: 'parallel',
  // The service refuses in the order of the commands, also those that have ended meanwhile.
  on: {
    'call.error': { guard: 'isRefusalOwed', actions: 'takeOwedRefusal' },
    'call.*': noRefusal,
    'conference.*': noRefusal,
    'microphone.*': noRefusal,
    'dtmf.*': noRefusal,
    'acw.*': noRefusal,
  },
  states: {
    login: answeredLane('login'),
    reset: answeredLane('reset'),
    call: callLane,
    cancelConsult: eventLane('cancelConsult'),
    hangup: eventLane('hangup'),
    queries,
  },
});
