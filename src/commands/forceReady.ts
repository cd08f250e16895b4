import { declareQuery } from './declaration.js';
import { parameters, requiredText } from './schemas.js';

/** Sets another agent to ready (supervisors). */
export const forceReady = declareQuery(
  'forceReady',
  parameters({
    /** Work number or id of the other agent, whichever `agentType` of initAgent says. */
    targetAgentID: requiredText(),
  }),
);
