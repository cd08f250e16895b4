import { describe, expect, test } from '@jest/globals';
import { benchAt, CUSTOMER, essence, NAMED_CALLS, PLACE_NAMES, type PlaceName, THIRD } from '../support/bench/index.js';

describe('an event by another of its names does the same', () => {
  test.each([
    ['talking', 'EventAgentHoldCall', 'EventHeld', CUSTOMER],
    ['talking', 'EventAgentHoldCall', 'Held', CUSTOMER],
    ['talking', 'EventAgentHoldCall', ' EventHeld ', CUSTOMER],
    ['holding', 'EventAgentRetrieveCall', 'EventRetrieved', CUSTOMER],
    ['talking', 'EventAgentMute', 'EventMuteOn', CUSTOMER],
    ['ringing', 'EventReleased', 'EventAbandoned', CUSTOMER],
    ['talking', 'EventReleased', 'EventHangup', CUSTOMER],
    ['consulting, not connected', 'EventReleased', 'EventPartyCallDeleted', THIRD],
    ['ringing', 'EventEstablished', 'Established', CUSTOMER],
    ['idle', 'EventAgentLogout', 'RequestAgentLogout', {}],
    ['consulting, connected', 'EventPartyAdded', 'PartyAdded', CUSTOMER],
    ['conferencing', 'EventPartyDeleted', 'PartyDeleted', CUSTOMER],
  ] as const)('while %s: %s as %p', (place, canonical, alias, leg) => {
    const [one, other] = [benchAt(place), benchAt(place)];
    const before = essence(one.state());
    one.emit(canonical, leg);
    other.emit(alias, leg);
    expect(essence(other.state())).toEqual(essence(one.state()));
    expect(essence(other.state())).not.toEqual(before);
  });

  test.each(['idle', 'ringing', 'talking'] as const)('the handler gets the name that came, while %s', (place) => {
    const { agent, emit } = benchAt(place);
    const seen: string[] = [];
    agent.on('EventHeld', () => seen.push('EventHeld'));
    emit('EventHeld', CUSTOMER);
    expect(seen).toEqual(['EventHeld']);
  });
});

describe('an event that nobody knows', () => {
  test.each(PLACE_NAMES)('changes nothing and is no divergence while %s', (place) => {
    const { emit, state, divergences, malformed } = benchAt(place);
    const before = state();
    for (const name of ['EventOfTomorrow', 'EventTierAdded', 'EventOnline', 'MainCDRInfo', 'constructor', '__proto__']) {
      emit(name, CUSTOMER);
    }
    expect(state()).toBe(before);
    expect(divergences).toEqual([]);
    expect(malformed).toEqual([]);
  });

  test('reaches its handler and the one of all events as the same object', () => {
    const { agent, sdk } = benchAt('talking');
    const seen: unknown[] = [];
    const message = Object.freeze({ messageID: 'EventOfTomorrow', callID: 7, new: { deep: [1] } });
    agent.on('EventOfTomorrow', (it) => seen.push(it)).on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw(message, 'EventOfTomorrow');
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(message);
    expect(seen[1]).toBe(message);
  });

  test.each(['坐席事件', 'Event of tomorrow', 'event/tomorrow@2', 'E'.repeat(100), '1'])(
    'reaches its handler, whatever its name: %j',
    (name) => {
      const { agent, emit } = benchAt('talking');
      const seen: unknown[] = [];
      agent.on(name, (message) => seen.push(message));
      emit(name, { value: 1 });
      expect(seen).toEqual([{ messageID: name, value: 1 }]);
    },
  );

  test('may have no name at all and still reaches the handler of all events', () => {
    const { agent, sdk } = benchAt('talking');
    const seen: unknown[] = [];
    const message = { hello: 'world' };
    agent.on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw(message);
    expect(seen[0]).toBe(message);
  });

  test('that is named like the pseudo-event for all reaches a handler of all once', () => {
    const { agent, sdk } = benchAt('talking');
    const seen: unknown[] = [];
    agent.on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw({ messageID: 'EventAgentAll' });
    expect(seen).toHaveLength(1);
  });

  test('cannot pass for a report of this package', () => {
    const { sdk, divergences } = benchAt('talking');
    sdk.emitRaw({ messageID: 'switchhook:divergence' });
    expect(divergences).toEqual([]);
  });
});

describe('an attribute that nobody knows', () => {
  test('reaches the handler untouched, in the same object', () => {
    const { agent, sdk } = benchAt('idle');
    const seen: unknown[] = [];
    const message = Object.freeze({ messageID: 'EventRinging', ...CUSTOMER, ' odd name ': ' odd value ' });
    agent.on('EventRinging', (it) => seen.push(it));
    sdk.emitRaw(message, 'EventRinging');
    expect(seen).toEqual([message]);
    expect(seen[0]).toBe(message);
  });

  test('is kept in the call', () => {
    const { emit, state } = benchAt('idle');
    emit('EventRinging', { ...CUSTOMER, loyalty: 'gold', nested: { deep: 1 } });
    emit('EventEstablished', { ...CUSTOMER, later: true });
    expect(state().call).toMatchObject({ loyalty: 'gold', nested: { deep: 1 }, later: true });
  });

  test('cannot take the place of what the call is known by', () => {
    const { emit, state } = benchAt('consulting, connected');
    emit('EventAgentHoldCall', { ...CUSTOMER, establishedAt: 1, phase: 'gone', target: 'evil', muted: true });
    expect(state().call?.establishedAt).not.toBe(1);
    expect(state()).toMatchObject({ work: 'consulting', muted: false, consult: { phase: 'talking', target: '1002' } });
  });

  test.each(NAMED_CALLS.map((name): [PlaceName] => [name]))('changes nothing else while %s', (place) => {
    const { emit, state } = benchAt(place);
    const { work, login, muted, since } = state();
    emit('EventDtmfSent', { ...CUSTOMER, work: 'idle', login: 'offline', agentState: '0', reasonCode: 12 });
    expect(state()).toMatchObject({ work, login, muted, since });
  });
});

describe('a handler', () => {
  test.each([
    ['ringing', 'EventEstablished', 'talking'],
    ['talking', 'EventAgentHoldCall', 'holding'],
    ['talking', 'EventReleased', 'acw'],
  ] as const)('reads the state after the event: while %s, %s', (place, event, work) => {
    const { agent, emit, state } = benchAt(place);
    const seen: string[] = [];
    agent.on(event, () => seen.push(state().work)).on('EventAgentAll', () => seen.push(state().work));
    emit(event, CUSTOMER);
    expect(seen).toEqual([work, work]);
  });
});
