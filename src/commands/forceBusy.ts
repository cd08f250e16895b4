import { declareQuery } from './declaration.js';

/** Sets another agent to DND (supervisors). */
export const forceBusy = declareQuery('forceBusy');
