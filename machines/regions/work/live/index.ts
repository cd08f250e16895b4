import { agentSetup } from '../../../agent-setup.js';
import { asks } from '../../asks.js';
import { calling } from './calling.js';
import { dialing } from './dialing.js';
import { established } from './established.js';
import { otherCalls } from './other-calls.js';
import { ringing } from './ringing.js';
import { unexpected } from './unexpected.js';

const ends = { type: 'endCall', params: { because: 'released' } } as const;

/** There is a call, whatever its stage: it can be hung up, and it can end at any moment. */
export const live = agentSetup.createStateConfig({
  id: 'live',
  initial: 'calling',
  on: {
    ...otherCalls,
    ...unexpected,
    hangup: asks('hangupLaneIsBusy'),
    answer: asks('noWaitingCallRings', 'answerMustWait'),
    rejectCall: asks('noWaitingCallRings', 'answerMustWait'),
    // A consult that was asked for can be given up before anything is heard of it.
    cancelConsult: asks('isNotInitiatingConsult', 'cancelConsultMustWait'),
    'call.released': [
      otherCalls['call.released'],
      { guard: 'endsCall', target: '#afterCall', actions: ends },
      { guard: 'isCall', actions: 'endLeg' },
      // Of a third party who was never reached: that its leg was begun may be told afterwards.
      { guard: 'startsThird', actions: 'noteEnd' },
    ],
    'fact.ignored': { guard: 'wasAnsweredAfterAll', actions: ['noteTalk', 'reportIgnored'] },
    'call.destinationBusy': { actions: 'noteBusy' },
    'call.isOver': [
      { guard: 'isCallStatedOver', target: '#afterCall', actions: [{ type: 'endCall', params: { because: 'stated' } }, 'reportStatement'] },
      { guard: 'isWaitingStatedOver', actions: ['endStatedWaiting', 'reportStatement'] },
    ],
  },
  states: { calling, dialing, ringing, established },
});
