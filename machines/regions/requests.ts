import { agentSetup } from '../agent-setup.js';
import { lane } from './lane.js';
import { queries } from './queries.js';

/** Commands in flight: the two lanes, their escapes, and those that block nothing. */
export const requests = agentSetup.createStateConfig({
  type: 'parallel',
  states: {
    login: lane('login'),
    reset: lane('reset'),
    call: lane('call'),
    cancelConsult: lane('cancelConsult'),
    hangup: lane('hangup'),
    queries,
  },
});
