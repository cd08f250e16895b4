import { agentSetup } from '../agent-setup.js';
import { asks } from './asks.js';
import { BREAKS } from '../reasons.js';

/** The login states by reason; null is online. */
const BY_REASON = [
  { reason: null, target: '#online' },
  { reason: 'dnd' as const, target: '#dnd' },
  { reason: 'locked' as const, target: '#locked' },
  ...BREAKS.map((reason) => ({ reason, target: `#break.${reason}` })),
];

/** To the state of the reason that the fact names. */
const toReason = BY_REASON.map(({ reason, target }) => ({
  guard: { type: 'reasonIs' as const, params: { reason } },
  target,
  actions: ['noteWord' as const],
}));

/** The same, from where the server was not expected to say so. */
const toReasonUnexpected = toReason.map((transition) => ({
  ...transition,
  actions: ['noteWord' as const, 'reportDivergence' as const],
}));

const loginFailed = { type: 'hasFailed', params: { command: 'login' } } as const;

const ready = { ready: asks('loginLaneIsBusy') };

/** An agent who is not ready stays so, with the same reason, when told so without one. */
const keepReason = { 'agent.notReady': { guard: 'isWithoutReason' as const } };

/** The agent's login state. */
export const login = agentSetup.createStateConfig({
  initial: 'settled',
  on: {
    'agent.ready': { target: '#online', actions: 'noteWord' },
    'agent.notReady': toReason,
    'agent.loggedIn': [...toReason.map((edge) => ({ ...edge, actions: ['noteWord' as const, 'beginSession' as const] }))],
    'agent.loggedOut': { target: '#offline', actions: 'noteWord' },
    'connection.regained': toReason,
    // A word has said before the answer that the agent is signed in, and another end has signed in since: the answer will tell.
    'connection.displaced': [{ guard: 'isLoginPending', target: '#signedOut' }, { target: '#offline' }],
  },
  states: {
    settled: {
      initial: 'offline',
      on: {
        login: asks('isUnreachable', 'workIsNotIdle', 'loginLaneIsBusy'),
        'command.sent': { guard: { type: 'isSent', params: { command: 'login' } }, target: '#loggingIn' },
        // The login by which an agent is taken back from another end was refused: words heard meanwhile are the other end's.
        'command.failed': { guard: 'isRefusedTakeOver', target: '#offline' },
      },
      states: {
        offline: {
          id: 'offline',
          meta: { agent: 'Not signed in.', customer: 'Calls go to other agents.' },
          on: {
            'agent.loggedOut': { actions: 'forgetEcho' },
            'connection.displaced': {},
            'agent.ready': { target: '#online', actions: ['noteWord', 'reportDivergence'] },
            'agent.notReady': toReasonUnexpected,
            'agent.loggedIn': [
              ...toReasonUnexpected.map((edge) => ({ ...edge, actions: [...edge.actions, 'beginSession' as const] })),
              { guard: 'isReasonUnknown', target: '#dnd', actions: ['noteWord', 'beginSession', 'reportDivergence'] },
            ],
            'connection.regained': [{ guard: 'isLoginOutdated' }, ...toReason, { guard: 'isReasonUnknown', target: '#dnd' }],
          },
        },
        loggedIn: {
          id: 'loggedIn',
          initial: 'dnd',
          on: {
            logout: asks('workIsNotIdle', 'loginLaneIsBusy'),
            notReady: asks('loginLaneIsBusy'),
            queryRoutes: asks(),
            'command.sent': { guard: { type: 'isSent', params: { command: 'logout' } }, target: '#loggingOut' },
          },
          states: {
            online: {
              id: 'online',
              meta: { agent: 'Ready for calls.', customer: 'Calls may be offered to this agent.' },
              on: { setRoute: asks('workIsNotIdle') },
            },
            dnd: {
              id: 'dnd',
              meta: { agent: 'Do not disturb: may dial out, is offered no calls.' },
              on: { ...ready, ...keepReason },
            },
            break: {
              id: 'break',
              initial: 'general',
              on: { ...ready, ...keepReason },
              states: {
                general: { meta: { agent: 'On a break.' } },
                training: { meta: { agent: 'On a break: training.' } },
                meeting: { meta: { agent: 'On a break: meeting.' } },
                dining: { meta: { agent: 'On a break: dining.' } },
                activity: { meta: { agent: 'On a break: activity.' } },
                custom1: { meta: { agent: 'On a break: first custom reason.' } },
                custom2: { meta: { agent: 'On a break: second custom reason.' } },
                custom3: { meta: { agent: 'On a break: third custom reason.' } },
              },
            },
            locked: {
              id: 'locked',
              meta: { agent: 'Locked by the system after missed calls, until ready.' },
              on: { ...ready, ...keepReason },
            },
          },
        },
        before: { id: 'beforeLogin', type: 'history', history: 'deep' },
      },
    },
    loggingIn: {
      id: 'loggingIn',
      initial: 'keeping',
      meta: { agent: 'login was sent, its answer is awaited.' },
      on: {
        // Late news of the logout before this login.
        'agent.loggedOut': [
          { guard: 'isLogoutEcho', target: '.signedOut', actions: 'forgetEcho' },
          { target: '.signedOut', actions: 'noteWord' },
        ],
        'connection.displaced': '.signedOut',
        // A newer word than the success says the login state.
        'command.confirmed': { guard: { type: 'wasConfirmed', params: { command: 'login' } }, target: '#offline' },
      },
      states: {
        keeping: { on: { 'command.failed': { guard: loginFailed, target: '#beforeLogin' } } },
        signedOut: {
          id: 'signedOut',
          meta: { agent: 'The same, and the agent was signed out meanwhile.' },
          on: { 'command.failed': { guard: loginFailed, target: '#offline' } },
        },
      },
    },
    loggingOut: {
      id: 'loggingOut',
      meta: { agent: 'logout was sent, its answer is awaited.' },
      on: {
        'command.failed': { guard: { type: 'hasFailed', params: { command: 'logout' } }, target: '#beforeLogin' },
      },
    },
  },
});
