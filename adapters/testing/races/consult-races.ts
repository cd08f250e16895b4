import { both, noCall, nothingPending, work } from './ends.js';
import type { EventStep, Race } from './race.js';

const customer = (event: string): EventStep => ({ event, leg: 'customer' });
const third = (event: string): EventStep => ({ event, leg: 'third' });
const COLLEAGUE = { targetType: '0', target: '1002' };

/** Three parties: agent, customer, and whoever is consulted. */
export const consultRaces: readonly Race[] = [
  {
    name: 'initiateConsult against cancelConsult',
    from: 'talking',
    first: [{ send: 'initiateConsult', parameters: COLLEAGUE }],
    threads: [[customer('EventAgentHoldCall')], [third('EventDialing')], [{ send: 'cancelConsult' }], [third('EventReleased')]],
    end: work('holding', 'talking'),
  },
  {
    name: 'cancelConsult against the third party answering',
    from: 'consulting',
    threads: [[{ send: 'cancelConsult' }], [third('EventEstablished')], [third('EventReleased')]],
    end: work('holding', 'talking'),
  },
  {
    name: 'the third party answering against the customer hanging up',
    from: 'consulting',
    threads: [[third('EventEstablished')], [customer('EventReleased')]],
    end: work('talking'),
  },
  {
    name: 'initiateConsult against the customer hanging up',
    from: 'talking',
    threads: [
      [{ send: 'initiateConsult', parameters: COLLEAGUE }, third('EventDialing'), third('EventEstablished')],
      [customer('EventReleased')],
    ],
  },
  {
    name: 'both parties of a consult hanging up',
    from: 'consultTalking',
    threads: [[customer('EventReleased')], [third('EventReleased')]],
    end: both(work('acw'), noCall),
  },
  {
    name: 'retrieveConsult and its events in any order',
    from: 'consultTalking',
    first: [{ send: 'retrieveConsult' }],
    threads: [[third('EventReleased')], [customer('EventAgentRetrieveCall')]],
    end: both(work('talking'), nothingPending),
  },
  {
    name: 'retrieveConsult against the customer hanging up',
    from: 'consultTalking',
    first: [{ send: 'retrieveConsult' }],
    threads: [[third('EventReleased')], [customer('EventAgentRetrieveCall')], [customer('EventReleased')]],
    end: both(work('acw'), noCall),
  },
  {
    name: 'consultTransfer and its releases in any order',
    from: 'consultTalking',
    first: [{ send: 'consultTransfer' }],
    threads: [[customer('EventReleased')], [third('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'consultTransfer against the customer hanging up, and its refusal',
    from: 'consultTalking',
    first: [{ send: 'consultTransfer' }],
    threads: [[customer('EventReleased')], [{ event: 'EventError', attributes: { errorCode: '330303' } }]],
    end: both(work('talking'), nothingPending),
  },
  {
    name: 'consultTransfer that the release tells of, against the release of the third party',
    from: 'consultTalking',
    first: [{ send: 'consultTransfer' }],
    threads: [[{ ...customer('EventReleased'), attributes: { thirdDNRole: 'TransferTo' } }], [third('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'consultTransfer and one release, against the time that a refusal may take',
    from: 'consultTalking',
    first: [{ send: 'consultTransfer' }],
    threads: [[customer('EventReleased'), { pass: 1_100 }], [customer('EventReleased')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'consultTransfer against its refusal',
    from: 'consultTalking',
    first: [{ send: 'consultTransfer' }],
    threads: [[{ event: 'EventError', attributes: { errorCode: '330217' } }], [third('EventReleased')], [{ pass: 30_000 }]],
    end: nothingPending,
  },
  {
    name: 'consultConference and its events in any order',
    from: 'consultTalking',
    first: [{ send: 'consultConference' }],
    threads: [[customer('EventAgentRetrieveCall')], [third('EventReleased')], [customer('EventPartyAdded')]],
    end: both(work('conferencing'), nothingPending),
  },
  {
    name: 'consultConference against the customer hanging up',
    from: 'consultTalking',
    first: [{ send: 'consultConference' }],
    threads: [[customer('EventAgentRetrieveCall')], [third('EventPartyChanged')], [customer('EventReleased')]],
    end: nothingPending,
  },
  {
    name: 'consultConference against its deadline',
    from: 'consultTalking',
    first: [{ send: 'consultConference' }],
    threads: [[third('EventReleased')], [customer('EventPartyAdded')], [{ pass: 30_000 }]],
    end: both(work('conferencing'), nothingPending),
  },
  {
    name: 'two parties leaving a conference',
    from: 'conferencing',
    threads: [[third('EventPartyDeleted')], [third('EventReleased')], [customer('EventReleased')]],
    end: noCall,
  },
  {
    name: 'hangup in a consult against both releases',
    from: 'consultTalking',
    first: [{ send: 'hangup' }],
    threads: [[third('EventReleased')], [customer('EventReleased')], [customer('EventAgentRetrieveCall')]],
    end: both(work('acw'), nothingPending),
  },
  {
    name: 'muteCall against the third party going',
    from: 'consultTalking',
    threads: [[{ send: 'muteCall' }, customer('EventAgentMute')], [third('EventReleased')]],
    end: { words: 'the customer must be held, and the microphone muted', isSo: ({ work: now, muted }) => now === 'holding' && muted },
  },
];
