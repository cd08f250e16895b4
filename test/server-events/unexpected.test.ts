import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, connect, CUSTOMER, essence, PLACE_NAMES, START, STRANGER } from '../support/bench/index.js';
import { ignoredOf } from './ignored.js';

/** Each event of a call that nobody has heard of, and the state that it leads to. */
const ANNOUNCED: readonly (readonly [string, Record<string, unknown>, object])[] = [
  ['EventDialing', { ...STRANGER, callType: 'Outbound' }, { work: 'dialing' }],
  ['EventRinging', STRANGER, { work: 'ringing' }],
  ['EventEstablished', STRANGER, { work: 'talking' }],
  ['EventAgentHoldCall', STRANGER, { work: 'holding' }],
  ['EventAgentRetrieveCall', STRANGER, { work: 'talking' }],
  ['EventAgentMute', STRANGER, { work: 'talking', muted: true }],
  ['EventAgentUnmute', STRANGER, { work: 'talking', muted: false }],
  ['EventPartyAdded', STRANGER, { work: 'conferencing' }],
  ['EventPartyChanged', { ...STRANGER, thirdDNRole: 'TransferBy' }, { work: 'talking' }],
];

// While a call of one's own is asked for, its ids are not known: see outbound-orders.test.ts.
const KNOWN = PLACE_NAMES.filter((name) => name !== 'calling');
const LIVE = KNOWN.filter((name) => name !== 'idle' && name !== 'acw');
const BEGINNINGS = ['EventDialing', 'EventRinging'];

describe.each(['idle', 'acw'] as const)('while %s', (place) => {
  test.each(ANNOUNCED)('%s of an unknown call leads to the state it announces', (event, leg, announced) => {
    const { emit, state } = benchAt(place);
    emit(event, leg);
    expect(state()).toMatchObject({ ...announced, acw: null, consult: null, call: { callID: STRANGER.callID } });
  });

  test.each(ANNOUNCED)('%s of an unknown call is reported, unless the call begins with it', (event, leg) => {
    const { emit, divergences } = benchAt(place);
    emit(event, leg);
    expect(divergences).toEqual(BEGINNINGS.includes(event) ? [] : [event]);
  });
});

/** Work that an announced call is in while it waits. */
const waitingWork = ({ work }: { readonly work?: string }) => (work === 'conferencing' ? 'talking' : work);

/** Whether a talk elsewhere becomes the call there. */
const givesWay = ({ work }: { readonly work: string }) => ['dialing', 'ringing', 'holding'].includes(work);

describe.each(LIVE)('while %s', (place) => {
  test.each(ANNOUNCED)('%s of an unknown call: the call waits, unless the agent talks in it and in no other', (event, leg, announced) => {
    const { emit, state } = benchAt(place);
    const before = state();
    emit(event, leg);
    const work = waitingWork(announced);
    if (work === 'talking' && givesWay(before)) {
      expect(state()).toMatchObject({ ...announced, call: { callID: STRANGER.callID } });
      expect(state().waiting).toMatchObject([{ callID: CUSTOMER.callID, work: before.work }]);
      return;
    }
    expect(state()).toMatchObject({
      work: before.work,
      since: before.since,
      call: before.call,
      consult: before.consult,
      muted: before.muted,
    });
    expect(state().waiting).toMatchObject([{ callID: STRANGER.callID, work }]);
  });

  test.each(ANNOUNCED.filter(([event]) => /Dialing|Ringing|Established/.test(event)))(
    '%s of an unknown call is no divergence',
    (event, leg) => {
      const { emit, divergences } = benchAt(place);
      emit(event, leg);
      expect(divergences).toEqual([]);
    },
  );
});

describe.each(KNOWN)('while %s', (place) => {
  test.each(['EventReleased', 'EventPartyDeleted'])('%s of an unknown call changes nothing and is reported', (event) => {
    const { emit, state, divergences } = benchAt(place);
    const before = essence(state());
    emit(event, STRANGER);
    expect(essence(state())).toEqual(before);
    expect(divergences).toEqual([event]);
  });
});

describe('of the call there is', () => {
  test.each([
    ['dialing', 'EventAgentHoldCall', 'holding'],
    ['dialing', 'EventAgentRetrieveCall', 'talking'],
    ['dialing', 'EventAgentMute', 'talking'],
    ['dialing', 'EventPartyAdded', 'conferencing'],
    ['ringing', 'EventAgentHoldCall', 'holding'],
    ['ringing', 'EventAgentRetrieveCall', 'talking'],
    ['ringing', 'EventAgentMute', 'talking'],
    ['ringing', 'EventPartyAdded', 'conferencing'],
    ['holding', 'EventPartyAdded', 'conferencing'],
  ] as const)('while %s, %s leads to %s and is reported', (place, event, work) => {
    const { emit, state, divergences } = benchAt(place);
    emit(event, { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID });
    expect(state()).toMatchObject({ work, call: { callID: CUSTOMER.callID }, consult: null });
    expect(state().call?.establishedAt).not.toBeNull();
    expect(divergences).toEqual([event]);
  });

  test.each(['consulting, not connected', 'consulting, connected'] as const)('while %s, EventAgentRetrieveCall swaps the two', (place) => {
    const { emit, state, divergences } = benchAt(place);
    emit('EventAgentRetrieveCall', { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID });
    expect(state()).toMatchObject({ work: 'consulting', call: CUSTOMER, onHold: 'thirdParty' });
    expect(divergences).toEqual([]);
  });

  test('while conferencing, EventAgentHoldCall holds the conference', () => {
    const { emit, state, divergences } = benchAt('conferencing');
    emit('EventAgentHoldCall', CUSTOMER);
    expect(state()).toMatchObject({ work: 'conferencing', onHold: 'conference' });
    emit('EventAgentRetrieveCall', CUSTOMER);
    expect(state()).toMatchObject({ work: 'conferencing', onHold: null });
    expect(divergences).toEqual([]);
  });

  test.each([
    ['EventAgentRetrieveCall', null],
    ['EventAgentHoldCall', 'customer'],
  ] as const)('while a conference is held, a party leaves, and %s follows: two are left', (event, onHold) => {
    const { emit, state } = benchAt('conferencing');
    emit('EventAgentHoldCall', CUSTOMER);
    emit('EventPartyDeleted', CUSTOMER);
    expect(state()).toMatchObject({ work: 'holding', call: CUSTOMER, onHold: 'customer' });
    emit(event, CUSTOMER);
    expect(state()).toMatchObject({ work: onHold === null ? 'talking' : 'holding', onHold });
  });

  test.each(LIVE)('while %s, after-call work begins where the release was lost, and that is reported', (place) => {
    const { emit, state, divergences } = benchAt(place);
    // The last of the call that carries a stamp.
    emit('EventDestinationBusy', { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID, creationTime: START });
    emit('EventAgentAfterCallWork', { creationTime: START + 1001 });
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null });
    expect(divergences).toEqual(['EventAgentAfterCallWork']);
  });

  test.each(LIVE)('while %s, a word of after-call work without a stamp is late', (place) => {
    const bench = benchAt(place);
    const ignored = ignoredOf(bench);
    const before = essence(bench.state());
    bench.emit('EventAgentAfterCallWork');
    expect(essence(bench.state())).toEqual(before);
    expect(ignored).toEqual(['EventAgentAfterCallWork late']);
    expect(bench.divergences).toEqual([]);
  });

  test.each(['dialing', 'ringing'] as const)('while %s, a party that leaves a conference is reported', (place) => {
    const { emit, divergences } = benchAt(place);
    emit('EventPartyDeleted', CUSTOMER);
    expect(divergences).toEqual(['EventPartyDeleted']);
  });

  test.each(['EventAgentMute', 'EventAgentUnmute', 'EventPartyAdded'])(
    '%s of a call that was asked for names it at once: told again it changes nothing',
    (event) => {
      const { emit, state } = benchAt('calling');
      const out = { ...CUSTOMER, callType: 'Outbound' };
      emit(event, out);
      const before = essence(state());
      expect(before).toMatchObject({ call: { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID } });
      expect(state().waiting).toEqual([]);
      emit(event, out);
      expect(essence(state())).toEqual(before);
    },
  );

  test('comes back after another call was offered meanwhile and has gone', () => {
    const { emit, state } = benchAt('talking');
    emit('EventRinging', STRANGER);
    emit('EventAbandoned', STRANGER);
    emit('EventAgentHoldCall', CUSTOMER);
    expect(state()).toMatchObject({ work: 'holding', call: { callID: CUSTOMER.callID } });
  });
});

describe('a consult that nobody asked for', () => {
  const leg = { callID: 'call-9', partyID: 'party-9', callType: 'Consult' };

  test.each(['talking', 'holding', 'conferencing'] as const)('while %s, goes out', (place) => {
    const { emit, state, divergences } = benchAt(place);
    emit('EventDialing', leg);
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing' }, call: { callID: 'call-1' } });
    expect(divergences).toEqual(place === 'conferencing' ? ['EventDialing'] : []);
  });

  test.each(['talking', 'holding', 'consulting, connected', 'conferencing'] as const)(
    'while %s, rings at this agent: it waits, and can be answered and rejected',
    (place) => {
      const { agent, emit, state, divergences } = benchAt(place);
      const { work } = state();
      emit('EventRinging', leg);
      expect(state()).toMatchObject({ work, waiting: [{ callID: leg.callID, work: 'ringing' }] });
      expect([agent.can('answer'), agent.can('rejectCall')]).toEqual([true, true]);
      expect(divergences).toEqual([]);
    },
  );

  test.each([
    ['EventAgentHoldCall', 'holding'],
    ['EventAgentRetrieveCall', 'talking'],
  ])('is told by %s only: it waits, and is not passed over in silence', (event, work) => {
    const { emit, state } = benchAt('talking');
    emit(event, leg);
    expect(state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, waiting: [{ callID: leg.callID, work }] });
  });

  test('an inbound call that rings while a consult is being asked for is not taken for it', () => {
    const { agent, emit, state, divergences } = benchAt('talking');
    void agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventRinging', STRANGER);
    expect(state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, waiting: [{ ...STRANGER, work: 'ringing' }] });
    expect(state().pending).toMatchObject([{ command: 'initiateConsult' }]);
    expect(divergences).toEqual([]);
  });
});

describe('of the agent', () => {
  const facts = [
    ['EventAgentReady', {}, { login: 'online', reasonCode: null }],
    ['EventAgentNotReady', {}, { login: 'dnd', reasonCode: 2 }],
    ['EventAgentNotReady', { reasonCode: '14' }, { login: 'break', reasonCode: 14 }],
    ['EventAgentLogin', { agentState: 1 }, { login: 'online', reasonCode: null }],
    ['EventAgentLogin', {}, { login: 'dnd', reasonCode: 2 }],
    ['EventAgentLogin', { agentState: '2', reasonCode: '17' }, { login: 'break', reasonCode: 17 }],
  ] as const;

  test.each(facts)('%s %j signs an offline agent in and is reported', (event, attributes, announced) => {
    const bench = new Bench();
    connect(bench);
    bench.emit(event, attributes);
    expect(bench.state()).toMatchObject({ connection: 'connected', ...announced });
    expect(bench.divergences).toEqual([event]);
  });

  test.each(facts)('%s %j says that the page is connected, though nobody has asked', (event, attributes, announced) => {
    const bench = new Bench();
    bench.emit(event, attributes);
    expect(bench.state()).toMatchObject({ connection: 'connected', ...announced });
  });

  test('more after-call work is reported where there is none', () => {
    const { emit, divergences } = benchAt('idle');
    emit('EventDelayCallAfterWork', { delayTime: 60 });
    expect(divergences).toEqual(['EventDelayCallAfterWork']);
  });
});

describe('a report', () => {
  test('says what was said, by whom, and where the agent stood and stands', () => {
    const { agent, emit } = benchAt('ringing');
    const reports: unknown[] = [];
    agent.on('switchhook:divergence', (report) => reports.push(report));
    emit('EventHeld', CUSTOMER);
    expect(reports).toEqual([
      expect.objectContaining({
        type: 'divergence',
        fact: 'call.held',
        messageID: 'EventHeld',
        from: expect.objectContaining({ work: 'ringing', login: 'online' }),
        to: expect.objectContaining({ work: 'holding', login: 'online' }),
        at: START,
      }),
    ]);
  });

  test('comes when the state has changed', () => {
    const { agent, emit, state } = benchAt('ringing');
    const works: string[] = [];
    agent.on('switchhook:divergence', () => works.push(state().work));
    emit('EventHeld', CUSTOMER);
    expect(works).toEqual(['holding']);
  });
});
