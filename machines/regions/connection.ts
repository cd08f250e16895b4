import { agentSetup } from '../agent-setup.js';
import { asks } from './asks.js';

const initAgent = { initAgent: asks('loginLaneIsBusy') };
const isInitialising = { type: 'isSent', params: { command: 'initAgent' } } as const;
const hasFailed = { type: 'hasFailed', params: { command: 'initAgent' } } as const;
const wasRejected = { type: 'wasRejected', params: { command: 'initAgent' } } as const;

/** The service does not talk of a signed-in agent to a page it has no link to. */
const spokenTo = {
  'agent.loggedIn': '#connected',
  'agent.ready': '#connected',
  'agent.notReady': '#connected',
} as const;

/** This page's link to the service. */
export const connection = agentSetup.createStateConfig({
  initial: 'down',
  on: {
    'connection.established': { target: '#connected', actions: 'beginSession' },
    'connection.regained': { target: '#connected', actions: 'beginSession' },
    'connection.displaced': { target: '#displaced', actions: 'voidWords' },
    'connection.interrupted': '#interrupted',
  },
  states: {
    down: {
      initial: 'uninitialized',
      on: { ...initAgent, 'command.sent': { guard: isInitialising, target: '#initializing' } },
      states: {
        uninitialized: { meta: { agent: 'The page has not asked for a connection yet.' }, on: spokenTo },
        failed: {
          id: 'failed',
          meta: { agent: 'The service refused the connection; initAgent may be tried again.' },
          on: spokenTo,
        },
        displaced: {
          id: 'displaced',
          meta: { agent: 'Signed in at another end; login or initAgent takes the agent back.' },
          on: {
            'connection.displaced': { actions: 'voidWords' },
            'connection.interrupted': {},
            'command.sent': { guard: isInitialising, target: '#takingBack' },
            'command.confirmed': { guard: { type: 'wasConfirmed', params: { command: 'login' } }, target: '#connected' },
          },
        },
        before: { id: 'before', type: 'history' },
      },
    },
    initializing: {
      id: 'initializing',
      initial: 'plain',
      meta: { agent: 'initAgent was sent, its answer is awaited.' },
      on: { 'connection.displaced': '.displaced' },
      states: {
        plain: {
          on: {
            ...spokenTo,
            'command.failed': [
              { guard: wasRejected, target: '#failed' },
              { guard: hasFailed, target: '#before' },
            ],
          },
        },
        displaced: {
          id: 'takingBack',
          meta: { agent: 'The same, of an agent who is signed in at another end.' },
          on: { 'command.failed': { guard: hasFailed, target: '#displaced' } },
        },
      },
    },
    connected: {
      id: 'connected',
      meta: { agent: 'Connected to the service.' },
      on: {
        ...initAgent,
        resetLogout: asks('resetLaneIsBusy'),
        queryStates: asks(),
        queryPhoneType: asks(),
        queryUnusedExts: asks(),
        queryAgentLoginInfo: asks(),
        queryAgentCanJoinedInfo: asks(),
        queryAgents: asks(),
        forceLogout: asks(),
        forceBusy: asks(),
        forceReady: asks(),
      },
    },
    interrupted: {
      id: 'interrupted',
      meta: { agent: 'The link is down and expected back; initAgent may be tried meanwhile.' },
      on: {
        initAgent: [{ guard: 'loginLaneIsBusy' }, { actions: 'sendCommand' }],
        // Any message or answer of the service proves that the link is up.
        'connection.heard': '#connected',
        'agent.*': '#connected',
        'call.*': '#connected',
        'conference.*': '#connected',
        'microphone.*': '#connected',
        'dtmf.*': '#connected',
        'acw.*': '#connected',
        'device.*': '#connected',
        'network.*': '#connected',
        'fact.*': '#connected',
        'command.accepted': '#connected',
        'command.refused': '#connected',
      },
    },
  },
});
