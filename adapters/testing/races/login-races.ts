import { both, displaced, either, login, noCall, nothingPending, wonBack, work } from './ends.js';
import type { Race } from './race.js';

const SIGN_IN = { phoneType: 'webrtc', bindExt: '8001', agentState: '1' };
const START = { token: 'token-of-an-agent', companyId: 'company-1', agent: '1001' };
const ON_CALL = {
  agentStateInfo: { agentState: '1', workStatus: 'talking' },
  workStatusInfo: { callID: 'call-1', callType: 'Inbound' },
};
const ONLINE = { agentStateInfo: { agentState: '1' } };

const isConnected = { words: 'the page must be connected', isSo: ({ connection }: { connection: string }) => connection === 'connected' };

/** Signing in and out, breaks, the connection. */
export const loginRaces: readonly Race[] = [
  {
    name: 'answer to initAgent against the regain of a call',
    from: 'loaded',
    first: [{ send: 'initAgent', parameters: START }],
    threads: [[{ answer: 'initAgent', by: 'success' }], [{ event: 'EventAgentRegainStatus', attributes: ON_CALL }]],
    end: both(isConnected, work('talking'), nothingPending),
  },
  {
    name: 'refusal of initAgent against its being sent again',
    from: 'loaded',
    first: [{ send: 'initAgent', parameters: START }],
    threads: [
      [
        { answer: 'initAgent', by: 'error' },
        { send: 'initAgent', parameters: START },
        { answer: 'initAgent', by: 'success' },
      ],
      [{ pass: 5_000 }],
    ],
    end: both(isConnected, nothingPending),
  },
  {
    name: 'answer to login against the ready event and a regain',
    from: 'connected',
    first: [{ send: 'login', parameters: SIGN_IN }],
    threads: [
      [{ answer: 'login', by: 'success', result: { agentState: '1' } }],
      [{ event: 'EventAgentReady' }],
      [{ event: 'EventAgentRegainStatus', attributes: ONLINE }],
    ],
    end: both(login('online'), nothingPending),
  },
  {
    name: 'answer to login against the login event that comes twice',
    from: 'connected',
    first: [{ send: 'login', parameters: SIGN_IN }],
    threads: [
      [{ answer: 'login', by: 'success' }],
      [
        { event: 'EventAgentLogin', attributes: { agentState: '1' } },
        { event: 'EventAgentLogin', attributes: { agentState: 1 } },
      ],
      [{ event: 'EventAgentReady' }],
    ],
    end: both(login('online'), nothingPending),
  },
  {
    name: 'login against another end that signs in',
    from: 'connected',
    first: [{ send: 'login', parameters: SIGN_IN }],
    threads: [[{ answer: 'login', by: 'success' }], [{ event: 'EventAgentReady' }], [{ event: 'EventAgentConnectionChanged' }]],
    // Success after the displacement means that this page has won.
    end: both(either(displaced, wonBack), nothingPending),
  },
  {
    name: 'refused login against another end that signs in',
    from: 'connected',
    first: [{ send: 'login', parameters: SIGN_IN }],
    threads: [[{ answer: 'login', by: 'error' }], [{ event: 'EventAgentConnectionChanged' }]],
    end: both(displaced, nothingPending),
  },
  {
    name: 'logout against being displaced',
    from: 'idle',
    first: [{ send: 'logout' }],
    threads: [[{ answer: 'logout', by: 'success' }], [{ event: 'EventAgentLogout' }], [{ event: 'EventAgentConnectionChanged' }]],
    end: both(login('offline'), noCall, nothingPending),
  },
  {
    name: 'logout against its event under another name, and the next login',
    from: 'idle',
    first: [{ send: 'logout' }],
    threads: [
      [
        { answer: 'logout', by: 'success' },
        { send: 'login', parameters: SIGN_IN },
        { answer: 'login', by: 'success' },
      ],
      [{ event: 'RequestAgentLogout' }],
    ],
    end: nothingPending,
  },
  {
    name: 'notReady against being forced ready',
    from: 'idle',
    threads: [
      [
        { send: 'notReady', parameters: { reasonCode: 11 } },
        { answer: 'notReady', by: 'success' },
        { event: 'EventAgentNotReady', attributes: { reasonCode: 11 } },
      ],
      [{ event: 'EventAgentReady' }],
    ],
    end: both(login('online', 'break'), nothingPending),
  },
  {
    name: 'ready against being forced out',
    from: 'onBreak',
    threads: [[{ send: 'ready' }, { answer: 'ready', by: 'success' }], [{ event: 'EventAgentLogout' }]],
    end: both(login('offline', 'online'), nothingPending),
  },
  {
    name: 'two breaks told in the wrong order, by the time of the server',
    from: 'idle',
    threads: [
      [{ event: 'EventAgentNotReady', attributes: { reasonCode: 14 }, at: 6_000 }],
      [{ event: 'EventAgentNotReady', attributes: { reasonCode: 11 }, at: 2_000 }],
      [{ event: 'EventAgentReady', at: 4_000 }],
    ],
    end: {
      words: 'the agent must be on the break that the server began last',
      isSo: ({ login: now, reasonCode }) => now === 'break' && reasonCode === 14,
    },
  },
  {
    name: 'resetLogout against everything',
    from: 'talking',
    first: [{ send: 'holdCall' }],
    threads: [
      [{ send: 'resetLogout' }, { answer: 'resetLogout', by: 'success' }],
      [{ event: 'EventAgentHoldCall', leg: 'customer' }],
      [{ event: 'EventReleased', leg: 'customer' }],
    ],
    end: both(login('offline'), noCall, nothingPending),
  },
  {
    name: 'being displaced against the answer of a held call and its end',
    from: 'talking',
    first: [{ send: 'holdCall' }],
    threads: [
      [{ event: 'EventAgentConnectionChanged' }],
      [{ event: 'EventAgentHoldCall', leg: 'customer' }],
      [{ event: 'EventReleased', leg: 'customer' }],
    ],
    end: both(displaced, nothingPending),
  },
  {
    name: 'a regain without a call against the release it missed',
    from: 'talking',
    first: [{ send: 'muteCall' }],
    threads: [
      [{ event: 'EventAgentRegainStatus', attributes: ONLINE }],
      [{ event: 'EventReleased', leg: 'customer' }],
      [{ event: 'EventAgentMute', leg: 'customer' }],
    ],
    end: both(noCall, nothingPending),
  },
  {
    name: 'two queries whose answers overtake each other',
    from: 'idle',
    first: [
      { send: 'queryAgents', parameters: {} },
      { send: 'queryStates', parameters: {} },
    ],
    threads: [
      [{ answer: 'queryAgents', by: 'success', result: { agents: [] } }],
      [{ answer: 'queryStates', by: 'error' }],
      [{ event: 'EventAgentNotReady', attributes: { reasonCode: 12 } }],
    ],
    end: both(login('break'), nothingPending),
  },
];
