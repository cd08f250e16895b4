import { declareQuery } from './declaration.js';
import { noParameters } from './schemas.js';

/** With what the agent logged in last, and what may be chosen. */
export const queryAgentCanJoinedInfo = declareQuery('queryAgentCanJoinedInfo', noParameters());
