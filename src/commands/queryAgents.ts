import { declareQuery } from './declaration.js';
import { optionalText, optionalWholeNumber, parameters } from './schemas.js';

/** The agents of the company. */
export const queryAgents = declareQuery(
  'queryAgents',
  parameters({
    /** The exact name. Default: any. */
    agentName: optionalText(),
    /** -1: all, 1: online. Default: those who are ready. */
    agentState: optionalWholeNumber('must be one of -1, 1', (value) => value === -1 || value === 1),
  }),
);
