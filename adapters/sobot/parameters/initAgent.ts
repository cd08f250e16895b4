import { declareParameters } from './declaration.js';
import { optionalCode, optionalFlag, optionalText, parameters, requiredText } from './schemas.js';

export const initAgent = declareParameters({
  schema: parameters({
    /** The agent's authentication; secret. */
    token: requiredText(),
    companyId: requiredText(),
    /** Work number or id, whichever `agentType` says. */
    agent: requiredText(),
    /** 0: work number, 1: id. Default: 0. */
    agentType: optionalCode('0', '1'),
    /** Whether calls may be made from several tabs. Default: false. */
    allowStorageListen: optionalFlag(),
    /** Stands in the vendor's example only (`scc`). */
    businessTags: optionalText(),
  }),
  owner: ({ companyId, agent, agentType = '0' }) => ({ companyId, agent, agentType }),
});
