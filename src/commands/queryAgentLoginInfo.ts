import { declareQuery } from './declaration.js';

/** The agent's extension, phone number and answering methods. */
export const queryAgentLoginInfo = declareQuery('queryAgentLoginInfo');
