import { declareQuery } from './declaration.js';
import { noParameters } from './schemas.js';

/** The break states that this agent may use. */
export const queryStates = declareQuery('queryStates', noParameters());
