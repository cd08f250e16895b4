import { declareQuery } from './declaration.js';
import { parameters, requiredText } from './schemas.js';

/** Sets another agent to DND (supervisors). */
export const forceBusy = declareQuery(
  'forceBusy',
  parameters({
    /** Work number or id of the other agent, whichever `agentType` of initAgent says. */
    targetAgentID: requiredText(),
  }),
);
