import { declareQuery } from './declaration.js';

/** The agent's rules for the number that customers are shown. */
export const queryRoutes = declareQuery('queryRoutes');
