import { declareQuery } from './declaration.js';
import { parameters, requiredText } from './schemas.js';

/** Logs another agent out (supervisors). */
export const forceLogout = declareQuery(
  'forceLogout',
  parameters({
    /** Work number or id of the other agent, whichever `agentType` of initAgent says. */
    targetAgentID: requiredText(),
  }),
);
