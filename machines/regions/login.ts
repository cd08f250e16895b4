import { agentSetup } from '../agent-setup.js';
import { BREAK_REASONS, DND_REASON, LOCKED_REASON, type BreakName } from '../reason-codes.js';

/** The login states by reason code; null is online. */
const BY_REASON = [
  { code: null, target: '#online' },
  { code: DND_REASON, target: '#dnd' },
  { code: LOCKED_REASON, target: '#locked' },
  ...Object.entries(BREAK_REASONS).map(([name, code]) => ({ code, target: `#break.${name}` })),
];

/** To the state of the reason that the fact names. */
const toReason = BY_REASON.map(({ code, target }) => ({
  guard: { type: 'reasonIs' as const, params: { code } },
  target,
}));

/** The same, from where the server was not expected to say so. */
const toReasonUnexpected = toReason.map((transition) => ({
  ...transition,
  actions: 'reportDivergence' as const,
}));

/** What the server says of an agent who works at another end signs nobody in here. */
const otherEnd = { guard: 'isDisplaced' as const, actions: 'reportDivergence' as const };

const ready = {
  ready: [{ guard: 'loginLaneIsBusy' as const }, { actions: 'openRequest' as const }],
};

/** Whoever is not ready stays so, with the same reason, when told so without one. */
const keepReason = { 'agent.notReady': { guard: 'isWithoutReason' as const } };

const aBreak = (name: BreakName, agent: string) => ({ meta: { agent, reasonCode: BREAK_REASONS[name] } });

/** The agent's login state. */
export const login = agentSetup.createStateConfig({
  initial: 'settled',
  on: {
    'agent.ready': '#online',
    'agent.notReady': toReason,
    'agent.loggedIn': toReason,
    'agent.loggedOut': '#offline',
    'request.believed': { guard: 'isLogoutBelieved', actions: 'oweLogoutEcho' },
    'connection.regained': toReason,
    'connection.displaced': '#offline',
  },
  states: {
    settled: {
      initial: 'offline',
      on: {
        login: [
          { guard: 'isUnreachable' },
          { guard: 'workIsNotIdle' },
          { guard: 'loginLaneIsBusy' },
          { actions: 'openRequest' },
        ],
        'request.opened': {
          guard: { type: 'isRequestOf', params: { command: 'login' } },
          target: '#loggingIn',
        },
      },
      states: {
        offline: {
          id: 'offline',
          meta: { agent: 'Not signed in.', customer: 'Calls go to other agents.' },
          on: {
            'agent.loggedOut': { guard: 'isLogoutEcho' },
            'agent.ready': [otherEnd, { target: '#online', actions: 'reportDivergence' }],
            'agent.notReady': [otherEnd, ...toReasonUnexpected],
            'agent.loggedIn': [
              otherEnd,
              ...toReasonUnexpected,
              { guard: 'isReasonUnknown', target: '#dnd', actions: 'reportDivergence' },
            ],
            'connection.regained': [...toReason, { guard: 'isReasonUnknown', target: '#dnd' }],
          },
        },
        loggedIn: {
          id: 'loggedIn',
          entry: 'forgetLogoutEcho',
          initial: 'dnd',
          on: {
            logout: [
              { guard: 'workIsNotIdle' },
              { guard: 'loginLaneIsBusy' },
              { actions: 'openRequest' },
            ],
            notReady: [{ guard: 'loginLaneIsBusy' }, { actions: 'openRequest' }],
            queryRoutes: { actions: 'openRequest' },
            'request.opened': {
              guard: { type: 'isRequestOf', params: { command: 'logout' } },
              target: '#loggingOut',
            },
          },
          states: {
            online: {
              id: 'online',
              meta: { agent: 'Ready for calls.', customer: 'Calls may be offered to this agent.' },
              on: {
                setRoute: [{ guard: 'workIsNotIdle' }, { actions: 'openRequest' }],
              },
            },
            dnd: {
              id: 'dnd',
              meta: {
                agent: 'Do not disturb: may dial out, is offered no calls.',
                reasonCode: DND_REASON,
              },
              on: { ...ready, ...keepReason },
            },
            break: {
              id: 'break',
              initial: 'general',
              on: { ...ready, ...keepReason },
              states: {
                general: aBreak('general', 'On a break.'),
                training: aBreak('training', 'On a break: training.'),
                meeting: aBreak('meeting', 'On a break: meeting.'),
                dining: aBreak('dining', 'On a break: dining.'),
                activity: aBreak('activity', 'On a break: activity.'),
                custom1: aBreak('custom1', 'On a break: first custom reason.'),
                custom2: aBreak('custom2', 'On a break: second custom reason.'),
                custom3: aBreak('custom3', 'On a break: third custom reason.'),
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
      meta: { agent: 'login was sent, its answer is awaited.' },
      on: {
        // Late news of the logout before this login.
        'agent.loggedOut': { guard: 'isLogoutEcho' },
        'request.undone': {
          guard: { type: 'isUndone', params: { command: 'login' } },
          target: '#beforeLogin',
        },
      },
    },
    loggingOut: {
      id: 'loggingOut',
      meta: { agent: 'logout was sent, its answer is awaited.' },
      on: {
        'request.undone': {
          guard: { type: 'isUndone', params: { command: 'logout' } },
          target: '#beforeLogin',
        },
      },
    },
  },
});
