import { agentSetup } from '../../agent-setup.js';
import { conferencing } from './conferencing.js';
import { consulting } from './consulting.js';
import { holding } from './holding.js';
import { talking } from './talking.js';

/** The other side has answered: the call may be muted, and after-call work will follow it. */
export const established = agentSetup.createStateConfig({
  id: 'established',
  initial: 'talking',
  on: {
    // A consult that was asked for can be given up before anything is heard of it.
    cancelConsult: [
      { guard: 'isNotInitiatingConsult' },
      { guard: 'cancelConsultMustWait' },
      { actions: 'openRequest' },
    ],
    // The microphone has a region of its own; here it was expected.
    'microphone.muted': { guard: 'isThisTalk', actions: 'updateCall' },
    'microphone.unmuted': { guard: 'isThisTalk', actions: 'updateCall' },
    // Told again: two are left.
    'conference.partyDeleted': [{ guard: 'isCall', actions: 'updateCall' }, { guard: 'isThisTalk' }],
  },
  states: { talking, holding, consulting, conferencing },
});
