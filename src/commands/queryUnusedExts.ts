import { declareQuery } from './declaration.js';
import { optionalText, optionalWholeNumber, parameters } from './schemas.js';

const fromOne = () =>
  optionalWholeNumber('must be a whole number of at least 1', (value) => value >= 1);

/** The extensions that nobody uses, page by page. */
export const queryUnusedExts = declareQuery(
  'queryUnusedExts',
  parameters({
    /** Part of an extension. Default: all. */
    ext: optionalText(),
    /** Default: 1. */
    currPage: fromOne(),
    /** Default: 50. */
    pageSize: fromOne(),
  }),
);
