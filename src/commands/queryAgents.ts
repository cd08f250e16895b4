import { declareQuery } from './declaration.js';

/** The agents of the company. */
export const queryAgents = declareQuery('queryAgents');
