import { both, login, noCall, nothingPending, work } from './ends.js';
import type { EventStep, Race, RaceEnd, RaceLeg } from './race.js';

const of =
  (leg: RaceLeg) =>
  (event: string, at?: number, attributes?: object): EventStep => ({
    event,
    leg,
    ...(at === undefined ? {} : { at }),
    ...(attributes === undefined ? {} : { attributes }),
  });
const customer = of('customer');
const next = of('next');
const third = of('third');
const refused = (errorCode: string): EventStep => ({ event: 'EventError', attributes: { errorCode } });

const START = { token: 'token-of-an-agent', companyId: 'company-1', agent: '1001' };
const SIGN_IN = { phoneType: 'webrtc', bindExt: '8001', agentState: '1' };
const OFFERED = { callType: 'Outbound', thisDNRole: 'Destination' };

const nobodyWaits: RaceEnd = { words: 'no call must wait', isSo: ({ waiting }) => waiting.length === 0 };
const onCall = (callID: string): RaceEnd => ({ words: `the call must be ${callID}`, isSo: ({ call }) => call?.callID === callID });
const onHold = (who: string): RaceEnd => ({ words: `on hold must be: ${who}`, isSo: (state) => state.onHold === who });

/** Crossings seen on real phones. Stamps are told where they decide. */
export const fieldRaces: readonly Race[] = [
  {
    name: 'holdCall against a second call that rings and gives up',
    from: 'talking',
    threads: [
      [{ send: 'holdCall' }, customer('EventAgentHoldCall')],
      [next('EventRinging'), next('EventReleased')],
    ],
    end: both(work('holding'), onCall('call-1'), nobodyWaits, nothingPending),
  },
  {
    name: 'answer of a second call against its caller giving up',
    from: 'talking',
    first: [next('EventRinging')],
    threads: [[{ send: 'answer' }, customer('EventAgentHoldCall')], [next('EventReleased')]],
    end: both(work('holding'), onCall('call-1'), nobodyWaits, nothingPending),
  },
  {
    name: 'the customer of the talk hanging up against the caller of a second call giving up',
    from: 'talking',
    first: [next('EventRinging')],
    threads: [[customer('EventReleased')], [next('EventReleased')]],
    end: both(work('acw'), noCall, nobodyWaits),
  },
  {
    name: 'rejectCall against the word that the call has ended, and its end',
    from: 'ringing',
    threads: [[{ send: 'rejectCall' }, refused('330303')], [customer('EventReleased')]],
    end: both(work('idle'), noCall, nothingPending),
  },
  {
    name: 'completeACW against the word that after-call work is over, and its end',
    from: 'acw',
    threads: [[{ send: 'completeACW' }, refused('330102')], [{ event: 'EventAgentReady' }]],
    end: both(work('idle'), nothingPending),
  },
  {
    name: 'the word of after-call work against the next call',
    from: 'talking',
    first: [customer('EventReleased', 1_000)],
    threads: [[next('EventRinging', 4_000)], [{ event: 'EventAgentAfterCallWork', at: 2_500 }]],
    end: both(work('ringing'), onCall('call-2')),
  },
  {
    name: 'a release against the ready that followed it',
    from: 'talking',
    threads: [[customer('EventReleased', 1_000)], [{ event: 'EventAgentReady', at: 4_000 }]],
    end: both(work('idle'), login('online')),
  },
  {
    name: 'a conference that is held against a party that leaves',
    from: 'conferencing',
    threads: [[customer('EventAgentHoldCall')], [customer('EventPartyDeleted')]],
    end: both(work('holding'), onHold('customer')),
  },
  {
    name: 'muteCall against a transfer that rings at its target',
    from: 'talking',
    first: [{ send: 'singleTransfer', parameters: { targetType: '0', target: '1002' } }],
    threads: [[{ send: 'muteCall' }, customer('EventAgentMute')], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'makeCall against a call that the dialer offers',
    from: 'idle',
    first: [{ send: 'makeCall', parameters: { otherDN: '13512345678' } }],
    threads: [[next('EventRinging', undefined, OFFERED)], [refused('391043')]],
    end: both(work('ringing'), onCall('call-2'), nothingPending),
  },
  {
    name: 'answer against the end of the call, which is told first',
    from: 'ringing',
    first: [{ send: 'answer' }],
    threads: [[customer('EventEstablished', 1_000)], [customer('EventReleased', 4_000)]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'answer against being signed out, which is told first',
    from: 'ringing',
    first: [{ send: 'answer' }],
    threads: [[customer('EventEstablished', 1_000)], [{ event: 'EventAgentLogout', at: 4_000 }]],
    end: both(login('offline'), noCall, nothingPending),
  },
  {
    name: 'the end of a talk against the next call, which is not taken',
    from: 'talking',
    threads: [[customer('EventReleased', 3_000)], [next('EventRinging', 1_000), next('EventReleased', 8_000)]],
    end: both(work('acw'), noCall, nobodyWaits),
  },
  {
    name: 'a consult that is swapped against the customer hanging up',
    from: 'consultTalking',
    threads: [[third('EventAgentHoldCall'), customer('EventAgentRetrieveCall')], [customer('EventReleased')]],
    end: both(work('holding'), nothingPending),
  },
  {
    name: 'resetLogout against the login that was sent after it',
    from: 'connected',
    first: [{ send: 'resetLogout' }, { send: 'login', parameters: SIGN_IN }],
    threads: [[{ answer: 'resetLogout', by: 'success' }], [{ answer: 'login', by: 'success', result: { agentState: '1' } }]],
    end: both(login('online'), nothingPending),
  },
  {
    name: 'initAgent that is sent again in a talk against the customer hanging up',
    from: 'talking',
    first: [{ send: 'initAgent', parameters: START }],
    threads: [[{ answer: 'initAgent', by: 'success' }], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
];
