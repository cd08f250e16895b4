import { declareQuery } from './declaration.js';

/** With what the agent logged in last, and what may be chosen. */
export const queryAgentCanJoinedInfo = declareQuery('queryAgentCanJoinedInfo');
