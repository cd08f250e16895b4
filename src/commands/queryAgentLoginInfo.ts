import { declareQuery } from './declaration.js';
import { noParameters } from './schemas.js';

/** The agent's extension, phone number and answering methods. */
export const queryAgentLoginInfo = declareQuery('queryAgentLoginInfo', noParameters());
