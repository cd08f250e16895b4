import { declareQuery } from './declaration.js';

/** Chooses the number that customers are shown. */
export const setRoute = declareQuery('setRoute');
