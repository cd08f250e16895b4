import { agentSetup } from '../../agent-setup.js';
import { acw } from './acw.js';
import { afterCall } from './after-call.js';
import { idle } from './idle.js';
import { live } from './live/index.js';
import { regained } from './regained.js';
import { unheardOf } from './unheard-of.js';

/**
 * The call work status. A state takes the facts it expects; a fact that none
 * of them expects is taken further out, leads to the state it announces, and is
 * reported.
 */
export const work = agentSetup.createStateConfig({
  initial: 'idle',
  on: {
    ...unheardOf,
    'call.error': [{ guard: 'saysWhatIsSo' }, { guard: 'isErrorUnasked', actions: 'reportDivergence' }],
    'acw.started': { target: '#acw', actions: [{ type: 'endAllCalls', params: { because: 'unseen', isOver: true } }, 'reportDivergence'] },
    'acw.extended': { actions: 'reportDivergence' },
    'acw.isOn': { target: '#acw', actions: [{ type: 'endAllCalls', params: { because: 'unseen', isOver: true } }, 'reportStatement'] },
    'connection.regained': [{ guard: { type: 'regainsAs', params: { target: 'keep' } }, actions: 'regainCalls' }, { target: '#regained' }],
    'connection.displaced': { target: '#idle', actions: { type: 'endAllCalls', params: { because: 'displaced', isOver: false } } },
    'agent.loggedOut': { target: '#idle', actions: { type: 'endAllCalls', params: { because: 'signedOut', isOver: true } } },
    'command.failed': {
      guard: 'isRefusedTakeOver',
      target: '#idle',
      actions: { type: 'endAllCalls', params: { because: 'displaced', isOver: false } },
    },
    'deadline.reached': { guard: 'isTransferSettled', actions: 'forgetTransfer' },
    'fact.ignored': { actions: 'reportIgnored' },
  },
  states: { idle, live, acw, afterCall, regained },
});
