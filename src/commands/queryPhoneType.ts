import { declareQuery } from './declaration.js';

/** The answering methods that this agent may use, and which is the default. */
export const queryPhoneType = declareQuery('queryPhoneType');
