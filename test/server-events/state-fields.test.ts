import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import { InvariantWatch, record } from '../../adapters/testing/index.js';
import { Bench, benchAt, connect, CUSTOMER, PLACE_NAMES, START, THIRD } from '../support/bench/index.js';

describe('every state', () => {
  // After random events, commands, answers and times: test/agent/any-order.test.ts.
  test.each(PLACE_NAMES)('makes sense while %s, and no time passes by being told what is known', (place) => {
    const bench = benchAt(place);
    const watch = new InvariantWatch();
    const recorder = record(bench.agent, bench.clock, watch);
    recorder.look();
    const { since } = bench.state();
    bench.clock.increment(5000);
    bench.emit('EventDtmfSent', CUSTOMER);
    bench.emit('EventJanusLatency', { quality: 'a' });
    recorder.look();
    expect(watch.violations).toEqual([]);
    expect(bench.state().since).toBe(since);
  });
});

describe('since', () => {
  test.each([
    ['idle', 'EventRinging', CUSTOMER, 'ringing'],
    ['ringing', 'EventEstablished', CUSTOMER, 'talking'],
    ['talking', 'EventAgentHoldCall', CUSTOMER, 'holding'],
    ['holding', 'EventAgentRetrieveCall', CUSTOMER, 'talking'],
    ['talking', 'EventDialing', THIRD, 'consulting'],
    ['consulting, connected', 'EventReleased', CUSTOMER, 'talking'],
    ['conferencing', 'EventPartyDeleted', CUSTOMER, 'talking'],
    ['talking', 'EventReleased', CUSTOMER, 'acw'],
    ['acw', 'EventAgentReady', {}, 'idle'],
  ] as const)('is the time of the change: while %s, %s', (place, event, leg, work) => {
    const { emit, state, clock } = benchAt(place);
    clock.increment(7000);
    emit(event, leg);
    expect(state()).toMatchObject({ work, since: START + 7000 });
  });

  test('stays when the third party answers: the agent is consulting as before', () => {
    const { emit, state, clock } = benchAt('consulting, not connected');
    clock.increment(7000);
    emit('EventEstablished', THIRD);
    expect(state()).toMatchObject({ since: START, consult: { phase: 'talking' } });
  });

  test.each([
    ['EventDialing', 'dialing'],
    ['EventEstablished', 'talking'],
  ] as const)('stays when %s tells of another third party than the one known: the agent is consulting as before', (event, phase) => {
    const { emit, state, clock, divergences } = benchAt('consulting, connected');
    clock.increment(7000);
    emit(event, { ...THIRD, callID: 'call-9', partyID: 'another' });
    expect(state()).toMatchObject({ work: 'consulting', since: START, consult: { phase, partyID: 'another' } });
    expect(divergences).toEqual([event]);
  });

  test('stays when a further leg of the third party is established, which is the leg from then on', () => {
    const { emit, state, clock, divergences } = benchAt('consulting, connected');
    clock.increment(7000);
    emit('EventEstablished', { ...THIRD, partyID: 'another' });
    expect(state()).toMatchObject({ work: 'consulting', since: START, consult: { phase: 'talking', partyID: 'another' } });
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking', partyID: 'another' } });
    emit('EventReleased', { ...THIRD, partyID: 'another' });
    expect(state()).toMatchObject({ work: 'holding', consult: null });
    expect(divergences).toEqual([]);
  });

  test.each(['EventAgentLogout', 'EventAgentConnectionChanged', 'EventAgentRegainStatus'])(
    'stays when an idle agent is told %s',
    (event) => {
      const { emit, state, clock } = benchAt('idle');
      clock.increment(7000);
      emit(event, { agentStateInfo: { agentState: '1' } });
      expect(state()).toMatchObject({ work: 'idle', since: START });
    },
  );

  test('stays in after-call work that is announced again', () => {
    const { emit, state, clock } = benchAt('acw');
    clock.increment(7000);
    emit('EventAgentAfterCallWork');
    expect(state()).toMatchObject({ work: 'acw', since: START });
  });
});

describe('pending', () => {
  test('lists what was sent, the first at the head, with deadlines on the clock of the agent', () => {
    const { agent, clock, state } = benchAt('talking', { bench: new Bench({ timeouts: { holdCall: 3000, default: 5000 } }) });
    void agent.holdCall();
    clock.increment(1000);
    void agent.hangup();
    void agent.queryStates();
    expect(state().pending).toEqual([
      { command: 'holdCall', since: START, deadline: START + 3000 },
      { command: 'hangup', since: START + 1000, deadline: START + 6000 },
      { command: 'queryStates', since: START + 1000, deadline: START + 6000 },
    ]);
    clock.increment(2000);
    expect(state().pending.map(({ command }) => command)).toEqual(['hangup', 'queryStates']);
    clock.increment(3000);
    expect(state().pending).toEqual([]);
  });
});

describe('network', () => {
  test.each([
    [
      { ping: 12, jitter: 3, loss: '0.1%', quality: 'e' },
      { ping: 12, jitter: 3, loss: '0.1%', quality: 'e' },
    ],
    [
      { ping: '12', jitter: ' 3 ', loss: 0, quality: ' A ' },
      { ping: 12, jitter: 3, loss: '0', quality: 'a' },
    ],
    [{}, { ping: null, jitter: null, loss: null, quality: null }],
    [
      { ping: 0, quality: 'z' },
      { ping: 0, jitter: null, loss: null, quality: null },
    ],
  ])('is the last measurement: %j', (measured, network) => {
    const { emit, state } = benchAt('talking');
    expect(state().network).toBeNull();
    emit('EventJanusLatency', { quality: 'c' });
    emit('EventJanusLatency', measured);
    expect(state().network).toEqual(network);
  });

  test('changes nothing else', () => {
    const { emit, state } = benchAt('talking');
    const { network: _, ...before } = state();
    emit('EventJanusLatency', { ping: 1, quality: 'a' });
    expect(state()).toMatchObject(before);
  });
});

describe('the state', () => {
  test('of a page just opened has nothing in it', () => {
    const expected: Partial<AgentState> = {
      connection: 'uninitialized',
      login: 'offline',
      reason: null,
      reasonCode: null,
      work: 'idle',
      call: null,
      consult: null,
      muted: false,
      acw: null,
      pending: [],
      since: START,
      network: null,
      allowed: ['initAgent', 'on', 'off'],
      waiting: [],
      onHold: null,
      device: 'unknown',
    };
    expect(new Bench().state()).toEqual(expected);
  });

  test('is immutable and stays the same object until something changes', () => {
    const { state, emit } = benchAt('talking');
    const before = state();
    expect(Object.isFrozen(before)).toBe(true);
    expect(state()).toBe(before);
    emit('EventOfTomorrow');
    expect(state()).toBe(before);
    emit('EventAgentHoldCall', CUSTOMER);
    expect(state()).not.toBe(before);
    expect(before.work).toBe('talking');
  });

  test.each(['login', 'ready'] as const)('names the way there: %s in flight', (command) => {
    const bench = new Bench();
    connect(bench);
    void bench.agent.login({ phoneType: 'sip', bindExt: '1' });
    expect(bench.state().login).toBe('loggingIn');
    if (command === 'login') return;
    bench.sdk.succeed('login');
    void bench.agent.ready();
    expect(bench.state()).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });
});
