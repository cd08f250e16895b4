import { describe, expect, test } from '@jest/globals';
import { AGENT_SOAKS, soakAgents } from './agents.js';
import { CLIENT_SOAKS, soakClients } from './clients.js';

/** Steps of each, enough to see every work status; `npm run test:deep` takes several times as many. */
const QUICK = { clients: 5000, agents: 2000 };

describe('after random steps', () => {
  test.each(CLIENT_SOAKS)('clients know what the server holds true, and nothing is left ($seed)', (soak) => {
    expect(soakClients({ ...soak, steps: QUICK.clients })).toContain('steps');
  }, 120_000);

  test.each(AGENT_SOAKS)('all agents agree with the centre, and nothing is left ($seed)', async (soak) => {
    expect(await soakAgents({ ...soak, steps: QUICK.agents })).toContain('steps');
  }, 120_000);
});
