import { declareParameters } from './declaration.js';
import { parameters, requiredText } from './schemas.js';

/** Of forceLogout, forceBusy and forceReady. */
export const ofColleague = declareParameters({
  schema: parameters({
    /** Work number or id of the other agent, whichever `agentType` of initAgent says. */
    targetAgentID: requiredText(),
  }),
});
