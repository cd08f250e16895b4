import { declareQuery } from './declaration.js';
import { noParameters } from './schemas.js';

/** The agent's rules for the number that customers are shown. */
export const queryRoutes = declareQuery('queryRoutes', noParameters());
