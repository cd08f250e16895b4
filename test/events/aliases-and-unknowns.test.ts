import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, essence, NAMED_CALLS, SITUATION_NAMES, THIRD, type Situation } from '../support/desk.js';

describe('an event by another of its names does the same', () => {
  test.each([
    ['talking', 'EventAgentHoldCall', 'EventHeld', CUSTOMER],
    ['talking', 'EventAgentHoldCall', 'Held', CUSTOMER],
    ['talking', 'EventAgentHoldCall', ' EventHeld ', CUSTOMER],
    ['holding', 'EventAgentRetrieveCall', 'EventRetrieved', CUSTOMER],
    ['talking', 'EventAgentMute', 'EventMuteOn', CUSTOMER],
    ['ringing', 'EventReleased', 'EventAbandoned', CUSTOMER],
    ['talking', 'EventReleased', 'EventHangup', CUSTOMER],
    ['consulting dialing', 'EventReleased', 'EventPartyCallDeleted', THIRD],
    ['ringing', 'EventEstablished', 'Established', CUSTOMER],
    ['idle', 'EventAgentLogout', 'RequestAgentLogout', {}],
    ['consulting talking', 'EventPartyAdded', 'PartyAdded', CUSTOMER],
    ['conferencing', 'EventPartyDeleted', 'PartyDeleted', CUSTOMER],
  ] as const)('while %s: %s as %p', (situation, canonical, alias, leg) => {
    const [one, other] = [deskIn(situation), deskIn(situation)];
    const before = essence(one.state());
    one.emit(canonical, leg);
    other.emit(alias, leg);
    expect(essence(other.state())).toEqual(essence(one.state()));
    expect(essence(other.state())).not.toEqual(before);
  });

  test.each(['idle', 'ringing', 'talking'] as const)('the handler gets the name that came, while %s', (situation) => {
    const { agent, emit } = deskIn(situation);
    const seen: string[] = [];
    agent.on('EventHeld', () => seen.push('EventHeld'));
    emit('EventHeld', CUSTOMER);
    expect(seen).toEqual(['EventHeld']);
  });
});

describe('an event that nobody knows', () => {
  test.each(SITUATION_NAMES)('changes nothing and is no divergence while %s', (situation) => {
    const { emit, state, divergences, malformed } = deskIn(situation);
    const before = state();
    for (const name of ['EventOfTomorrow', 'EventTierAdded', 'EventOnline', 'MainCDRInfo', 'constructor', '__proto__']) {
      emit(name, CUSTOMER);
    }
    expect(state()).toBe(before);
    expect(divergences).toEqual([]);
    expect(malformed).toEqual([]);
  });

  test('reaches its handler and the one of all events as the same object', () => {
    const { agent, sdk } = deskIn('talking');
    const seen: unknown[] = [];
    const message = Object.freeze({ messageID: 'EventOfTomorrow', callID: 7, new: { deep: [1] } });
    agent.on('EventOfTomorrow', (it) => seen.push(it)).on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw(message, 'EventOfTomorrow');
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(message);
    expect(seen[1]).toBe(message);
  });

  test.each(['坐席事件', 'Event of tomorrow', 'event/tomorrow@2', 'E'.repeat(100), '1'])('reaches its handler, whatever its name: %j', (name) => {
    const { agent, emit } = deskIn('talking');
    const seen: unknown[] = [];
    agent.on(name, (message) => seen.push(message));
    emit(name, { value: 1 });
    expect(seen).toEqual([{ messageID: name, value: 1 }]);
  });

  test('may have no name at all and still reaches the handler of all events', () => {
    const { agent, sdk } = deskIn('talking');
    const seen: unknown[] = [];
    const message = { hello: 'world' };
    agent.on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw(message);
    expect(seen[0]).toBe(message);
  });

  test('that is named like the pseudo-event for all reaches a handler of all once', () => {
    const { agent, sdk } = deskIn('talking');
    const seen: unknown[] = [];
    agent.on('EventAgentAll', (it) => seen.push(it));
    sdk.emitRaw({ messageID: 'EventAgentAll' });
    expect(seen).toHaveLength(1);
  });

  test('cannot pass for a report of this package', () => {
    const { sdk, divergences } = deskIn('talking');
    sdk.emitRaw({ messageID: 'switchhook:divergence' });
    expect(divergences).toEqual([]);
  });
});

describe('an attribute that nobody knows', () => {
  test('reaches the handler untouched, in the same object', () => {
    const { agent, sdk } = deskIn('idle');
    const seen: unknown[] = [];
    const message = Object.freeze({ messageID: 'EventRinging', ...CUSTOMER, ' odd name ': ' odd value ' });
    agent.on('EventRinging', (it) => seen.push(it));
    sdk.emitRaw(message, 'EventRinging');
    expect(seen).toEqual([message]);
    expect(seen[0]).toBe(message);
  });

  test('is kept in the call', () => {
    const { emit, state } = deskIn('idle');
    emit('EventRinging', { ...CUSTOMER, loyalty: 'gold', nested: { deep: 1 } });
    emit('EventEstablished', { ...CUSTOMER, later: true });
    expect(state().call).toMatchObject({ loyalty: 'gold', nested: { deep: 1 }, later: true });
  });

  test('cannot take the place of what the call is known by', () => {
    const { emit, state } = deskIn('consulting talking');
    emit('EventAgentHoldCall', { ...CUSTOMER, establishedAt: 1, phase: 'gone', target: 'evil', muted: true });
    expect(state().call?.establishedAt).not.toBe(1);
    expect(state()).toMatchObject({ work: 'consulting', muted: false, consult: { phase: 'talking', target: '1002' } });
  });

  test.each(NAMED_CALLS.map((name): [Situation] => [name]))('changes nothing else while %s', (situation) => {
    const { emit, state } = deskIn(situation);
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
  ] as const)('reads the state after the event: while %s, %s', (situation, event, work) => {
    const { agent, emit, state } = deskIn(situation);
    const seen: string[] = [];
    agent.on(event, () => seen.push(state().work)).on('EventAgentAll', () => seen.push(state().work));
    emit(event, CUSTOMER);
    expect(seen).toEqual([work, work]);
  });
});
