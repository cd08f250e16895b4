import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, connect, CUSTOMER, essence, PLACE_NAMES, type PlaceName, START, STRANGER } from '../support/bench/index.js';

/** What each event says of a call that nobody has heard of. */
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
const isExpected = (place: PlaceName, event: string) =>
  place === 'idle' && (event === 'EventRinging' || event === 'EventDialing');

describe.each(KNOWN)('while %s', (place) => {
  test.each(ANNOUNCED)('%s of an unknown call leads to the state it announces', (event, leg, announced) => {
    const { emit, state } = benchAt(place);
    emit(event, leg);
    expect(state()).toMatchObject({ ...announced, consult: null, call: { callID: STRANGER.callID } });
  });

  test.each(ANNOUNCED)('%s of an unknown call is reported, unless it was to be expected', (event, leg) => {
    const { emit, divergences } = benchAt(place);
    emit(event, leg);
    expect(divergences).toEqual(isExpected(place, event) ? [] : [event]);
  });

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
    ['consulting, not connected', 'EventAgentRetrieveCall', 'talking'],
    ['consulting, connected', 'EventAgentRetrieveCall', 'talking'],
    ['conferencing', 'EventAgentHoldCall', 'holding'],
  ] as const)('while %s, %s leads to %s and is reported', (place, event, work) => {
    const { emit, state, divergences } = benchAt(place);
    emit(event, { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID });
    expect(state()).toMatchObject({ work, call: { callID: CUSTOMER.callID }, consult: null });
    expect(state().call?.establishedAt).not.toBeNull();
    expect(divergences).toEqual([event]);
  });

  test.each(['dialing', 'ringing', 'talking', 'holding', 'consulting, not connected', 'consulting, connected', 'conferencing'] as const)(
    'while %s, after-call work begins where the release was lost, and that is reported',
    (place) => {
      const { emit, state, divergences } = benchAt(place);
      emit('EventAgentAfterCallWork');
      expect(state()).toMatchObject({ work: 'acw', call: null, consult: null });
      expect(divergences).toEqual(['EventAgentAfterCallWork']);
    },
  );

  test.each(['dialing', 'ringing'] as const)('while %s, a party that leaves a conference is reported', (place) => {
    const { emit, divergences } = benchAt(place);
    emit('EventPartyDeleted', CUSTOMER);
    expect(divergences).toEqual(['EventPartyDeleted']);
  });

  test.each(['EventAgentMute', 'EventAgentUnmute', 'EventPartyAdded'])(
    '%s of a call that was asked for names it at once: told again it changes nothing',
    (event) => {
      const { emit, state } = benchAt('calling');
      emit(event, CUSTOMER);
      const before = essence(state());
      expect(before).toMatchObject({ call: { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID } });
      emit(event, CUSTOMER);
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
    'while %s, rings at this agent: it is not passed over in silence',
    (place) => {
      const { emit, state, divergences } = benchAt(place);
      emit('EventRinging', leg);
      expect(state().work).toBe('ringing');
      expect(divergences).toEqual(['EventRinging']);
    },
  );

  test.each(['EventAgentHoldCall', 'EventAgentRetrieveCall'])(
    'is told by %s only: it is not passed over in silence',
    (event) => {
      const { emit, divergences } = benchAt('talking');
      emit(event, leg);
      expect(divergences).toEqual([event]);
    },
  );

  test('an inbound call that rings while a consult is being asked for is not taken for it', () => {
    const { agent, emit, state, divergences } = benchAt('talking');
    void agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventRinging', STRANGER);
    expect(state()).toMatchObject({ work: 'ringing', call: { callID: STRANGER.callID }, consult: null });
    expect(divergences).toEqual(['EventRinging']);
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
