import { declareParameters } from './declaration.js';
import { optionalText, optionalWholeNumber, parameters } from './schemas.js';

const fromOne = () => optionalWholeNumber('must be a whole number of at least 1', (value) => value >= 1);

export const queryUnusedExts = declareParameters({
  schema: parameters({
    /** Part of an extension. Default: all. */
    ext: optionalText(),
    /** Default: 1. */
    currPage: fromOne(),
    /** Default: 50. */
    pageSize: fromOne(),
  }),
});

export const queryAgents = declareParameters({
  schema: parameters({
    /** The exact name. Default: any. */
    agentName: optionalText(),
    /** -1: all, 1: online. Default: those who are ready. */
    agentState: optionalWholeNumber('must be one of -1, 1', (value) => value === -1 || value === 1),
  }),
});
