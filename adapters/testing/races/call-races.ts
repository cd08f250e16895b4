import { both, noCall, nothingPending, work } from './ends.js';
import type { EventStep, Race } from './race.js';

const customer = (event: string, attributes?: object): EventStep => ({
  event,
  leg: 'customer',
  ...(attributes === undefined ? {} : { attributes }),
});
const OUTBOUND = { callType: 'Outbound' };
const CALL = { otherDN: '13512345678' };

/** A call with one other party: its beginning, its holds, its end, and what comes after. */
export const callRaces: readonly Race[] = [
  {
    name: 'answer against the caller giving up',
    from: 'ringing',
    threads: [[{ send: 'answer' }, customer('EventEstablished')], [customer('EventReleased')]],
    end: both(work('idle', 'acw'), noCall),
  },
  {
    name: 'rejectCall against the caller giving up',
    from: 'ringing',
    threads: [[{ send: 'rejectCall' }], [customer('EventAbandoned')], [customer('EventReleased')]],
    end: both(work('idle'), nothingPending),
  },
  {
    name: 'makeCall against a busy line',
    from: 'idle',
    first: [{ send: 'makeCall', parameters: CALL }],
    threads: [[customer('EventDialing', OUTBOUND)], [customer('EventDestinationBusy', OUTBOUND)], [customer('EventReleased', OUTBOUND)]],
    end: both(work('idle'), nothingPending),
  },
  {
    name: 'makeCall against an error and the deadline',
    from: 'idle',
    first: [{ send: 'makeCall', parameters: CALL }],
    threads: [[{ event: 'EventError', attributes: { errorCode: '330082' } }], [{ pass: 40_000 }]],
    end: both(work('idle'), nothingPending),
  },
  {
    name: 'makeCall against hanging up before anything is heard',
    from: 'idle',
    first: [{ send: 'makeCall', parameters: CALL }],
    threads: [
      [{ send: 'hangup' }, customer('EventReleased', OUTBOUND)],
      [customer('EventDialing', OUTBOUND), customer('EventEstablished', OUTBOUND)],
    ],
    end: both(noCall, work('idle', 'acw')),
  },
  {
    name: 'makeCall against a call that comes in',
    from: 'idle',
    first: [{ send: 'makeCall', parameters: CALL }],
    threads: [[customer('EventDialing', OUTBOUND), customer('EventReleased', OUTBOUND)], [{ event: 'EventRinging', leg: 'next' }]],
  },
  {
    name: 'holdCall against the customer hanging up',
    from: 'talking',
    threads: [[{ send: 'holdCall' }, customer('EventAgentHoldCall')], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'holdCall against its own deadline',
    from: 'talking',
    first: [{ send: 'holdCall' }],
    threads: [[customer('EventAgentHoldCall')], [{ pass: 30_000 }], [{ send: 'retrieveCall' }]],
    end: work('holding'),
  },
  {
    name: 'retrieveCall against the customer hanging up, under the names of another switch',
    from: 'holding',
    threads: [[{ send: 'retrieveCall' }, customer('EventRetrieved')], [customer('EventHangup')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'hold and retrieve told in the wrong order, by the time of the server',
    from: 'talking',
    threads: [
      [{ event: 'EventAgentHoldCall', leg: 'customer', at: 2_000 }],
      [{ event: 'EventAgentRetrieveCall', leg: 'customer', at: 4_000 }],
      [{ event: 'EventAgentHoldCall', leg: 'customer', at: 6_000 }],
    ],
    end: work('holding'),
  },
  {
    name: 'muteCall against the customer hanging up',
    from: 'talking',
    threads: [[{ send: 'muteCall' }, customer('EventMuteOn')], [customer('EventReleased')]],
    end: { words: 'the microphone must be on', isSo: ({ muted, work: now }) => !muted && now === 'acw' },
  },
  {
    name: 'muteCall against holdCall',
    from: 'talking',
    threads: [
      [{ send: 'muteCall' }, customer('EventAgentMute')],
      [{ send: 'holdCall' }, customer('EventAgentHoldCall')],
    ],
    end: { words: 'the call must be held and muted', isSo: ({ muted, work: now }) => muted && now === 'holding' },
  },
  {
    name: 'sendDtmf against the customer hanging up',
    from: 'talking',
    threads: [[{ send: 'sendDtmf', parameters: { dtmfDigits: '801#' } }, customer('EventDtmfSent')], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'hangup against the customer hanging up',
    from: 'talking',
    threads: [[{ send: 'hangup' }], [customer('EventReleased')], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'hangup against a hold that is under way',
    from: 'talking',
    first: [{ send: 'holdCall' }],
    threads: [[{ send: 'hangup' }, customer('EventReleased')], [customer('EventAgentHoldCall')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'singleTransfer against an error and the release',
    from: 'talking',
    first: [{ send: 'singleTransfer', parameters: { targetType: '0', target: '1002' } }],
    threads: [[{ event: 'EventError', attributes: { errorCode: '330108' } }], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'singleTransfer against its deadline and the release',
    from: 'talking',
    first: [{ send: 'singleTransfer', parameters: { targetType: '1', target: '13512345679' } }],
    threads: [[{ pass: 120_000 }], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'completeACW against the next call',
    from: 'acw',
    threads: [[{ send: 'completeACW' }, { event: 'EventAgentReady' }], [{ event: 'EventRinging', leg: 'next' }]],
    end: work('ringing'),
  },
  {
    name: 'completeACWToBusy against being forced ready',
    from: 'acw',
    threads: [
      [{ send: 'completeACWToBusy' }, { event: 'EventAgentNotReady', attributes: { reasonCode: 2 } }],
      [{ event: 'EventAgentReady' }],
    ],
    end: work('idle'),
  },
  {
    name: 'delayACW against the end of after-call work',
    from: 'acw',
    threads: [
      [
        { send: 'delayACW', parameters: { delayTime: 60 } },
        { event: 'EventDelayCallAfterWork', attributes: { delayTime: 60 } },
      ],
      [{ event: 'EventAgentReady' }],
    ],
    end: both(work('idle'), nothingPending),
  },
];
