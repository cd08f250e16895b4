import { declareQuery } from './declaration.js';

/** The settings of the last login, and those that may be chosen. */
export const queryAgentCanJoinedInfo = declareQuery('queryAgentCanJoinedInfo');
