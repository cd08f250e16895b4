import type { Day } from '../day.js';
import { CONFERENCE, talking } from '../words/calls.js';
import { DIALED, ONE } from '../words/legs.js';
import { does, ONLINE, sees } from '../words/people.js';
import { held, released, retrieved, ringing, says } from '../words/service.js';

const OFFERED = [
  ...ONLINE,
  ringing(1_000, DIALED),
  sees(1_000, 'the agent is the one called', {
    state: { work: 'ringing', call: { callID: 'talk-1', callType: 'Outbound' } },
    can: ['answer', 'rejectCall'],
  }),
];
const KEYS = ['1', '2', '3', '4'];

/** Days of a phone beyond plain calls. */
export const restOfThePhone = {
  heldConference: {
    name: 'a conference is held and retrieved on the phone itself, and stays a conference',
    from: 'reports of other phones, F16',
    moments: [
      ...CONFERENCE,
      sees(21_000, 'three are together', { state: { work: 'conferencing', onHold: null } }),
      held(30_000, ONE),
      sees(30_000, 'it is held', { state: { work: 'conferencing', onHold: 'conference' }, can: ['retrieveCall', 'hangup'] }),
      retrieved(40_000, ONE),
      sees(40_000, 'it is retrieved', {
        state: { work: 'conferencing', onHold: null },
        can: ['hangup'],
        cannot: ['holdCall', 'singleTransfer', 'initiateConsult'],
      }),
    ],
  },
  dialedCallAnswered: {
    name: 'a call that the service has dialed is offered to the agent, who answers',
    from: 'reports of other phones, F17',
    moments: [
      ...OFFERED,
      does(3_000, 'answer'),
      says('EventEstablished', 3_200, undefined, DIALED),
      sees(3_200, 'answered', { state: { work: 'talking' }, ended: { answer: 'done' } }),
    ],
  },
  dialedCallRejected: {
    name: 'a call that the service has dialed is offered to the agent, who rejects it',
    from: 'reports of other phones, F17, rejected',
    moments: [
      ...OFFERED,
      does(3_000, 'rejectCall'),
      released(3_200, DIALED),
      sees(3_200, 'rejected', {
        state: { work: 'idle' },
        ended: { rejectCall: 'done' },
        reported: { 'switchhook:callEnded': [{ leg: 'call', reason: 'rejected' }] },
      }),
    ],
  },
  dialedCallMissed: {
    name: 'a call that the service has dialed is offered to the agent, who misses it',
    from: 'reports of other phones, F17, missed',
    moments: [
      ...OFFERED,
      released(20_000, DIALED),
      sees(20_000, 'nobody has answered', {
        state: { work: 'idle', acw: null },
        reported: { 'switchhook:callEnded': [{ leg: 'call', reason: 'missed' }] },
      }),
    ],
  },
  keysInARow: {
    name: 'keys that are pressed one after the other all go out, in order',
    from: 'reports of other phones, F18',
    moments: [
      ...talking(),
      sees(9_000, 'a talk', { can: ['sendDtmf'] }),
      ...KEYS.map((dtmfDigits, index) => does(10_000 + index * 120, 'sendDtmf', { dtmfDigits })),
      sees(10_400, 'none waits for another', {
        sent: KEYS.map((dtmfDigits) => ({ sendDtmf: { dtmfDigits } })),
        ended: { sendDtmf: 'done' },
      }),
      sees(10_500, 'EventDtmfSent never comes, and nothing waits for it', {
        state: { work: 'talking', pending: [] },
        can: ['sendDtmf', 'holdCall', 'hangup', 'muteCall', 'initiateConsult'],
      }),
      sees(60_000, 'not then either', { state: { work: 'talking', pending: [] }, can: ['sendDtmf', 'holdCall'] }),
    ],
  },
  muteDuringATransfer: {
    name: 'the agent mutes while a transfer rings at its target',
    from: 'reports of other phones, F19',
    moments: [
      ...talking(),
      does(10_000, 'singleTransfer'),
      sees(15_000, 'the transfer is not decided', {
        can: ['muteCall', 'hangup'],
        cannot: ['holdCall'],
        ended: { singleTransfer: 'pending' },
      }),
      does(15_000, 'muteCall'),
      says('EventAgentMute', 15_100, undefined, ONE),
      sees(15_100, 'muted, and the transfer still rings', {
        state: { work: 'talking', muted: true },
        ended: { muteCall: 'done', singleTransfer: 'pending' },
        can: ['unmute'],
      }),
    ],
  },
  phoneLost: {
    name: 'the phone of an agent who is ready loses its registration, and the page shows it',
    from: 'reports of other phones, F21',
    moments: [
      ...ONLINE,
      says('EventUnregistered', 10_000, undefined, { thisDN: '8001' }),
      sees(10_000, 'the bound extension is not registered', { state: { device: 'lost', login: 'online', work: 'idle' } }),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
