import { describe, expect, test } from '@jest/globals';
import { AGENT_SOAKS, soakAgents } from './agents.js';
import { CLIENT_SOAKS, soakClients } from './clients.js';

/** Steps of each; `npm run test:deep` takes several times as many. */
const QUICK = 200;

describe(`after ${QUICK} random steps`, () => {
  test.each(CLIENT_SOAKS)(
    'clients know what the server holds true, and nothing is left ($seed)',
    async (soak) => {
      expect(await soakClients({ ...soak, steps: QUICK, seesEverything: false })).toContain('steps');
    },
    120_000,
  );

  test.each(AGENT_SOAKS)(
    'all agents agree with the centre, and nothing is left ($seed)',
    async (soak) => {
      expect(await soakAgents({ ...soak, steps: QUICK, seesEverything: false })).toContain('steps');
    },
    120_000,
  );
});
