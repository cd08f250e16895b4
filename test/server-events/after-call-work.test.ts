import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, endOf, type PlaceName, START, THIRD } from '../support/bench/index.js';
import { ignoredOf } from './ignored.js';

const ESTABLISHED: readonly PlaceName[] = ['talking', 'holding', 'conferencing'];

/** A live call by its last event. */
const LIVE = [
  ['EventRinging', CUSTOMER, 'ringing'],
  ['EventDialing', { ...CUSTOMER, callType: 'Outbound' }, 'dialing'],
  ['EventEstablished', CUSTOMER, 'talking'],
  ['EventAgentHoldCall', CUSTOMER, 'holding'],
  ['EventPartyAdded', CUSTOMER, 'conferencing'],
] as const;

describe('after-call work begins', () => {
  test.each(ESTABLISHED)('when the call ends while %s', (place) => {
    const { emit, state, clock } = benchAt(place);
    clock.increment(5000);
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'acw', call: null, since: START + 5000, acw: { since: START + 5000, deadline: null } });
  });

  test.each(['dialing', 'ringing'] as const)('not when a call ends that was never established, while %s', (place) => {
    const { emit, state } = benchAt(place);
    emit('EventAbandoned', { callID: CUSTOMER.callID });
    expect(state()).toMatchObject({ work: 'idle', acw: null, call: null });
  });

  test('when the server says so, while idle', () => {
    const { emit, state } = benchAt('idle', { bench: new Bench({ acw: { seconds: 60 } }) });
    emit('EventAgentAfterCallWork');
    expect(state()).toMatchObject({ work: 'acw', call: null, acw: { deadline: START + 60_000 } });
  });

  test.each(LIVE)('when the server says so more than a second after the last of %s, whose release was lost', (event, leg, work) => {
    const { emit, state } = benchAt('idle', { bench: new Bench({ acw: { seconds: 60 } }) });
    emit(event, { ...leg, creationTime: START });
    expect(state().work).toBe(work);
    emit('EventAgentAfterCallWork', { creationTime: START + 1001 });
    expect(state()).toMatchObject({ work: 'acw', call: null, acw: { deadline: START + 60_000 } });
  });

  test.each(LIVE)('not by a word that is late, or may be, against %s', (event, leg, work) => {
    for (const stamp of [{}, { creationTime: START - 5000 }, { creationTime: START + 1000 }]) {
      const bench = benchAt('idle', { bench: new Bench({ acw: { seconds: 60 } }) });
      const ignored = ignoredOf(bench);
      bench.emit(event, { ...leg, creationTime: START });
      bench.emit('EventAgentAfterCallWork', stamp);
      expect(bench.state()).toMatchObject({ work, acw: null, call: { callID: leg.callID } });
      expect(ignored).toEqual(['EventAgentAfterCallWork late']);
    }
  });

  test.each(ESTABLISHED)('not where it is switched off, while %s', (place) => {
    const { emit, state } = benchAt(place, { bench: new Bench({ acw: { enabled: false, seconds: 60 } }) });
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'idle', acw: null, call: null });
  });

  test('once: the announcement of it changes neither its time nor its deadline', () => {
    const { emit, state, clock } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    const before = state();
    clock.increment(1000);
    emit('EventAgentAfterCallWork');
    emit('EventAgentNotReady', { reasonCode: 0 });
    emit('EventAgentNotReady');
    expect(state()).toMatchObject({ work: 'acw', acw: before.acw, since: before.since, login: 'online' });
  });

  test('after a consult that was regained without a word of when it was answered', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'consulting' },
      workStatusInfo: { ...CUSTOMER, thirdDN: '1002' },
    });
    emit('EventReleased', CUSTOMER);
    expect(state().work).toBe('talking');
    expect(state().call?.establishedAt).not.toBeNull();
    emit('EventReleased', THIRD);
    expect(state().work).toBe('acw');
  });
});

describe('after-call work ends', () => {
  test.each([
    ['EventAgentReady', {}, 'online'],
    ['EventAgentNotReady', { reasonCode: 2 }, 'dnd'],
    ['EventAgentNotReady', { reasonCode: '12' }, 'break'],
    ['EventAgentNotReady', { reasonCode: 98 }, 'locked'],
  ])('by %s %j', (event, attributes, login) => {
    const { emit, state } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    emit(event, attributes);
    expect(state()).toMatchObject({ work: 'idle', acw: null, login });
  });

  test.each([{}, { reasonCode: 0 }, { reasonCode: '0' }, { reasonCode: 99 }])(
    'not by a not-ready without a real reason: %j',
    (attributes) => {
      const { emit, state } = benchAt('acw');
      emit('EventAgentNotReady', attributes);
      expect(state()).toMatchObject({ work: 'acw', login: 'online' });
    },
  );

  test.each([
    ['EventAgentReady', {}, 'online'],
    ['EventAgentNotReady', {}, 'dnd'],
    ['EventAgentNotReady', { reasonCode: 14 }, 'break'],
  ])('by completeACW, answered by %s %j', async (event, attributes, login) => {
    const { agent, emit, state } = benchAt('acw');
    const outcome = agent.completeACW();
    emit(event, attributes);
    expect(state()).toMatchObject({ work: 'idle', acw: null, login, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('by completeACW, and a break that the agent was on before goes on', () => {
    const { agent, emit, state } = benchAt('talking');
    emit('EventAgentNotReady', { reasonCode: 14 });
    emit('EventReleased', CUSTOMER);
    void agent.completeACW();
    emit('EventAgentNotReady');
    expect(state()).toMatchObject({ work: 'idle', login: 'break', reasonCode: 14 });
  });

  test.each([{}, { reasonCode: 2 }])('by completeACWToBusy, answered by a not-ready %j', async (attributes) => {
    const { agent, emit, state } = benchAt('acw');
    const outcome = agent.completeACWToBusy();
    emit('EventAgentNotReady', attributes);
    expect(state()).toMatchObject({ work: 'idle', login: 'dnd', reasonCode: 2 });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test.each(['ready', 'notReady'] as const)("by the agent's own %s", (command) => {
    const { agent, sdk, emit, state } = benchAt('acw');
    if (command === 'ready') emit('EventAgentLogin', { agentState: '2' });
    void (command === 'ready' ? agent.ready() : agent.notReady({ reasonCode: 12 }));
    sdk.succeed(command);
    expect(state()).toMatchObject({ work: 'idle', acw: null, login: command === 'ready' ? 'online' : 'break' });
  });

  test('at its deadline, and the login state is the former one', () => {
    const { clock, state } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    clock.increment(59_999);
    expect(state()).toMatchObject({ work: 'acw', acw: { deadline: START + 60_000 } });
    clock.increment(1);
    expect(state()).toMatchObject({ work: 'idle', acw: null, login: 'online', since: START + 60_000 });
  });

  test('never by itself where no length is known', () => {
    const { clock, state } = benchAt('acw');
    clock.increment(86_400_000);
    expect(state().work).toBe('acw');
  });

  test('at its deadline, and completeACW in flight comes to nothing', async () => {
    const { agent, clock, state } = benchAt('acw', { bench: new Bench({ acw: { seconds: 5 } }) });
    const outcome = agent.completeACW();
    clock.increment(5000);
    expect(state()).toMatchObject({ work: 'idle', pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('by the next call', async () => {
    const { agent, emit, state } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    const outcome = agent.delayACW({ delayTime: 30 });
    emit('EventRinging', { callID: 'call-2', partyID: 'party-4', callType: 'Inbound' });
    expect(state()).toMatchObject({ work: 'ringing', acw: null, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('at once where its length is 0', () => {
    const { clock, emit, state } = benchAt('talking', { bench: new Bench({ acw: { seconds: 0 } }) });
    emit('EventReleased', CUSTOMER);
    clock.increment(1);
    expect(state()).toMatchObject({ work: 'idle', acw: null });
  });
});

describe('after-call work is extended', () => {
  test.each([{}, { delayTime: 120 }, { delayTime: '120' }])('by what was asked for, confirmed by %j', async (attributes) => {
    const { agent, emit, state, clock } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    const outcome = agent.delayACW({ delayTime: 120 });
    emit('EventDelayCallAfterWork', attributes);
    expect(state().acw).toEqual({ since: START, deadline: START + 180_000 });
    expect(await endOf(outcome)).toBe('resolved');
    clock.increment(179_999);
    expect(state().work).toBe('acw');
    clock.increment(1);
    expect(state().work).toBe('idle');
  });

  test('by the answer for which nobody has asked, as far as it says for how long', () => {
    const { emit, state } = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    emit('EventDelayCallAfterWork');
    expect(state().acw?.deadline).toBe(START + 60_000);
    emit('EventDelayCallAfterWork', { delayTime: 30, creationTime: START + 1000 });
    expect(state().acw?.deadline).toBe(START + 90_000);
  });

  test('without a deadline where no length is known', () => {
    const { agent, emit, state } = benchAt('acw');
    void agent.delayACW({ delayTime: 120 });
    emit('EventDelayCallAfterWork');
    expect(state().acw).toEqual({ since: START, deadline: null });
  });
});
