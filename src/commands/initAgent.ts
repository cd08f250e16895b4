import { declareCommand } from './declaration.js';
import { optionalCode, optionalFlag, optionalText, parameters, requiredText } from './schemas.js';

/** Connects this page to the service. An agent who is not offline there is regained. */
export const initAgent = declareCommand({
  name: 'initAgent',
  lane: 'login',
  needs: 'connection',
  parameters: parameters({
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
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'connection.regained' }],
  deadline: 20_000,
  announces: () => ({ type: 'connection.established' }),
});
