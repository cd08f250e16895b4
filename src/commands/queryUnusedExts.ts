import { declareQuery } from './declaration.js';

/** The extensions that nobody uses, page by page. */
export const queryUnusedExts = declareQuery('queryUnusedExts');
