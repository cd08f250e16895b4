import { declareQuery } from './declaration.js';

/** Logs another agent out (supervisors). */
export const forceLogout = declareQuery('forceLogout');
