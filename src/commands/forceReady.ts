import { declareQuery } from './declaration.js';

/** Sets another agent to ready (supervisors). */
export const forceReady = declareQuery('forceReady');
