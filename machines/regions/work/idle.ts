import { agentSetup } from '../../agent-setup.js';
import { asks } from '../asks.js';

/** No call, and no after-call work. */
export const idle = agentSetup.createStateConfig({
  id: 'idle',
  meta: { agent: 'No call.', customer: 'No call.' },
  entry: ['markWorkChange', 'becomeIdle'],
  on: {
    // Already idle; no divergence.
    'agent.loggedOut': {},
    'connection.displaced': {},
    'acw.isOver': {},
    'command.failed': { guard: 'isRefusedTakeOver' },
    'acw.started': '#acw',
    'acw.isOn': { target: '#acw', actions: 'reportStatement' },
    makeCall: asks('isNotLoggedIn', 'isLocked', 'callLaneIsBusy'),
    'command.sent': {
      guard: { type: 'isSent', params: { command: 'makeCall' } },
      target: '#calling',
      actions: 'beginOwnCall',
    },
    // A new session: knowledge from before the page was loaded anew is outdated.
    'agent.loggedIn': { actions: 'forgetRemembered' },
    'agent.ready': { actions: 'forgetRemembered' },
    'call.error': [
      { guard: 'refusesTransferOfHeld', target: '#holding', actions: ['resumeThird', 'reportDivergence'] },
      { guard: 'refusesTransfer', target: '#talking', actions: ['resumeThird', 'reportDivergence'] },
    ],
    'call.dialing': { guard: 'isNewCall', target: '#dialing', actions: 'beginCall' },
    'call.ringing': { guard: 'isNewCall', target: '#ringing', actions: 'beginCall' },
    'fact.ignored': [
      { guard: 'wasAnsweredAfterAll', target: '#acw', actions: 'reportIgnored' },
      { guard: 'isEndOfTransfer', actions: ['forgetTransfer', 'reportIgnored'] },
    ],
  },
});
