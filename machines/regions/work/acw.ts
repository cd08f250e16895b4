import { agentSetup } from '../../agent-setup.js';
import { asks } from '../asks.js';

const settled = (type: 'wasConfirmed' | 'hasFailed') =>
  ({
    guard: { type, params: { command: 'delayACW' } },
    target: '#acw.counting',
  }) as const;

/** After-call work. */
export const acw = agentSetup.createStateConfig({
  id: 'acw',
  initial: 'counting',
  meta: { agent: 'Finishes the last call; is offered no calls.', customer: 'No call.' },
  entry: ['markWorkChange', 'beginAcw'],
  on: {
    delayACW: asks('callLaneIsBusy'),
    completeACW: asks('callLaneIsBusy'),
    completeACWToBusy: asks('callLaneIsBusy'),
    // A call that begins in after-call work ends it.
    'call.dialing': { guard: 'isNewCall', target: '#dialing', actions: 'beginCall' },
    'call.ringing': { guard: 'isNewCall', target: '#ringing', actions: 'beginCall' },
    'acw.started': { actions: 'forgetTransfer' },
    'acw.isOn': {},
    'acw.isOver': { target: '#idle', actions: 'reportStatement' },
    'acw.extended': { actions: 'extendAcw' },
    'agent.ready': { guard: 'endsAcw', target: '#idle' },
    'agent.notReady': { guard: 'endsAcw', target: '#idle' },
    'fact.ignored': { guard: 'isEndOfTransfer', actions: ['forgetTransfer', 'reportIgnored'] },
    'call.error': [
      { guard: 'refusesTransferOfHeld', target: '#holding', actions: ['resumeThird', 'reportDivergence'] },
      { guard: 'refusesTransfer', target: '#talking', actions: ['resumeThird', 'reportDivergence'] },
    ],
  },
  states: {
    counting: {
      on: {
        'command.sent': { guard: { type: 'isSent', params: { command: 'delayACW' } }, target: 'extending' },
        'deadline.reached': { guard: 'isAcwDue', target: '#idle' },
      },
    },
    extending: {
      meta: { agent: 'More time was asked for: the old end no longer counts.' },
      on: { 'command.confirmed': settled('wasConfirmed'), 'command.failed': settled('hasFailed') },
    },
  },
});
