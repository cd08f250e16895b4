import { agentSetup } from '../agent-setup.js';

/** Only who has asked for the agent gets it back: nothing signs in again by itself. */
const takenBack = [{ guard: 'isLoggingIn' as const, target: '#connected' }, {}];

/** This page's link to the service. */
export const connection = agentSetup.createStateConfig({
  initial: 'down',
  on: {
    'connection.established': '#connected',
    'connection.regained': '#connected',
    'connection.displaced': '#displaced',
  },
  states: {
    down: {
      initial: 'uninitialized',
      on: {
        initAgent: [{ guard: 'loginLaneIsBusy' }, { actions: 'openRequest' }],
        'request.opened': {
          guard: { type: 'isRequestOf', params: { command: 'initAgent' } },
          target: '#initializing',
        },
        // The service does not talk of a signed-in agent to a page it has no link to.
        'agent.loggedIn': '#connected',
        'agent.ready': '#connected',
        'agent.notReady': '#connected',
      },
      states: {
        uninitialized: { meta: { agent: 'The page has not asked for a connection yet.' } },
        failed: {
          id: 'failed',
          meta: { agent: 'The service refused the connection; initAgent may be tried again.' },
        },
        displaced: {
          id: 'displaced',
          meta: { agent: 'Signed in at another end; login or initAgent takes the agent back.' },
          // The service has spoken of the agent while initAgent was in flight, which then was given up.
          always: { guard: 'isLoggedIn', target: '#connected' },
          on: { 'agent.loggedIn': takenBack, 'agent.ready': takenBack, 'agent.notReady': takenBack },
        },
        before: { id: 'before', type: 'history' },
      },
    },
    initializing: {
      id: 'initializing',
      meta: { agent: 'initAgent was sent, its answer is awaited.' },
      on: {
        'request.undone': [
          {
            guard: { type: 'isRejectionOf', params: { command: 'initAgent' } },
            target: '#failed',
          },
          { guard: { type: 'isUndone', params: { command: 'initAgent' } }, target: '#before' },
        ],
      },
    },
    connected: {
      id: 'connected',
      meta: { agent: 'Connected to the service.' },
      on: {
        resetLogout: [{ guard: 'resetLaneIsBusy' }, { actions: 'openRequest' }],
        queryStates: { actions: 'openRequest' },
        queryPhoneType: { actions: 'openRequest' },
        queryUnusedExts: { actions: 'openRequest' },
        queryAgentLoginInfo: { actions: 'openRequest' },
        queryAgentCanJoinedInfo: { actions: 'openRequest' },
        queryAgents: { actions: 'openRequest' },
        forceLogout: { actions: 'openRequest' },
        forceBusy: { actions: 'openRequest' },
        forceReady: { actions: 'openRequest' },
      },
    },
  },
});
