import { declareQuery } from './declaration.js';

/** The break states that this agent may use. */
export const queryStates = declareQuery('queryStates');
