import { agentSetup } from '../../agent-setup.js';
import { stays } from './regaining.js';

/** No call, and no after-call work. */
export const idle = agentSetup.createStateConfig({
  id: 'idle',
  meta: { agent: 'No call.', customer: 'No call.' },
  entry: 'markWorkChange',
  on: {
    'connection.regained': stays('idle'),
    // News of nothing.
    'agent.loggedOut': {},
    'connection.displaced': {},
    'acw.started': '#acw',
    makeCall: [
      { guard: 'isNotLoggedIn' },
      { guard: 'isLocked' },
      { guard: 'callLaneIsBusy' },
      { actions: 'openRequest' },
    ],
    'request.opened': {
      guard: { type: 'isRequestOf', params: { command: 'makeCall' } },
      target: '#calling',
      actions: 'beginOwnCall',
    },
    // A new session: what was known before the page was loaded anew is history.
    'agent.loggedIn': { actions: 'forgetRemembered' },
    'agent.ready': { actions: 'forgetRemembered' },
    'call.error': { guard: 'refusesTransferAfterAll', target: '#talking', actions: ['resumeConsult', 'reportDivergence'] },
    'call.dialing': { guard: 'isNewCall', target: '#dialing', actions: 'beginCall' },
    'call.ringing': { guard: 'isNewCall', target: '#ringing', actions: 'beginCall' },
  },
});
