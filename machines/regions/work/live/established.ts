import { agentSetup } from '../../../agent-setup.js';
import { completing } from './completing.js';
import { conferencing } from './conferencing.js';
import { consulting } from './consulting/index.js';
import { holding } from './holding.js';
import { talking } from './talking.js';

/** The other side has answered: the call may be muted, and after-call work will follow it. */
export const established = agentSetup.createStateConfig({
  id: 'established',
  initial: 'talking',
  on: {
    // The microphone has a region of its own; here it was expected.
    'microphone.muted': { guard: 'isThisCall', actions: 'updateCall' },
    'microphone.unmuted': { guard: 'isThisCall', actions: 'updateCall' },
    'dtmf.sent': { guard: 'isThisCall', actions: 'nameLeg' },
    // Told again: two are left.
    'conference.partyDeleted': { guard: 'isThisCall', actions: 'updateCall' },
  },
  states: { talking, holding, consulting, completing, conferencing },
});
