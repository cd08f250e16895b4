import { describe, expect, test } from '@jest/globals';
import type { AgentState } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, errorOf, MORE_PLACES, type PlaceName, PLACES, START, THIRD, turns } from '../support/bench/index.js';

function expectFrozen(state: AgentState): void {
  const { call, waiting, consult, acw, network, pending, allowed } = state;
  for (const part of [state, call, waiting, ...waiting, consult, acw, network, pending, ...pending, allowed]) {
    expect(part === null || Object.isFrozen(part)).toBe(true);
  }
}

describe('the snapshot', () => {
  test('at the start says that there is nothing yet', () => {
    const bench = new Bench();
    expect(bench.state()).toEqual({
      connection: 'uninitialized',
      login: 'offline',
      reason: null,
      reasonCode: null,
      work: 'idle',
      call: null,
      waiting: [],
      consult: null,
      onHold: null,
      muted: false,
      acw: null,
      device: 'unknown',
      pending: [],
      allowed: ['initAgent', 'on', 'off'],
      since: START,
      network: null,
    });
  });

  test('is the same reference until something changes', async () => {
    const bench = benchAt('talking');
    const state = bench.state();
    expect(bench.state()).toBe(state);
    bench.agent.can('holdCall');
    bench.agent.whyNot('makeCall');
    bench.agent.on('EventRinging', () => {});
    bench.agent.subscribe(() => {})();
    bench.clock.increment(1_000);
    bench.sdk.emit('EventOfTomorrow');
    bench.sdk.emitRaw(null);
    await errorOf(bench.send('answer'));
    expect(bench.state()).toBe(state);
    bench.leave('holdCall');
    expect(bench.state()).not.toBe(state);
  });

  test('keeps the references of parts that have not changed', () => {
    const bench = benchAt('talking');
    const before = bench.state();
    bench.leave('queryStates');
    expect(bench.state()).not.toBe(before);
    expect(bench.state().allowed).toBe(before.allowed);
    expect(bench.state().call).toBe(before.call);
    bench.sdk.emit('EventJanusLatency', { quality: 'e', ping: 1 });
    expect(bench.state().allowed).toBe(before.allowed);
    expect(bench.state().call).toBe(before.call);
    const { pending } = bench.state();
    bench.customer('EventAgentMute');
    expect(bench.state().pending).toBe(pending);
    expect(bench.state().allowed).not.toBe(before.allowed);
  });

  test('keeps the references of a consult and of what is pending, while other things change', () => {
    const bench = benchAt('consulting, connected');
    bench.leave('queryStates');
    const { call, consult, pending } = bench.state();
    bench.sdk.emit('EventJanusLatency', { quality: 'e', ping: 1 });
    expect(bench.state().call).toBe(call);
    expect(bench.state().consult).toBe(consult);
    expect(bench.state().pending).toBe(pending);
    bench.clock.increment(10);
    bench.leave('queryStates');
    expect(bench.state().pending).not.toBe(pending);
    expect(bench.state().pending[0]).toEqual(pending[0]);
    expect(bench.state().pending).toHaveLength(2);
    bench.third('EventAgentHoldCall', { otherDN: '1003' });
    expect(bench.state().call).toBe(call);
    expect(bench.state().consult).toMatchObject({ phase: 'talking' });
  });

  test('has no number where the server names none that is a text', () => {
    const bench = benchAt('idle');
    bench.customer('EventRinging', { otherDN: '' });
    expect(bench.state().call).toMatchObject({ otherDN: null });
    bench.customer('EventEstablished', { otherDN: '13900001111' });
    expect(bench.state().call).toMatchObject({ otherDN: '13900001111' });
  });

  const TWICE: readonly (readonly [PlaceName, string, Record<string, unknown>])[] = [
    ['idle', 'EventAgentReady', {}],
    ['idle', 'EventAgentNotReady', { reasonCode: '12' }],
    ['idle', 'EventAgentLogin', { agentState: '2' }],
    ['idle', 'EventAgentLogout', {}],
    ['idle', 'EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } }],
    ['idle', 'EventDialing', { ...CUSTOMER, callType: 'Outbound' }],
    ['idle', 'EventRinging', { ...CUSTOMER, otherDN: '13900001111', attachedData: { orderID: '1' } }],
    ['ringing', 'EventEstablished', CUSTOMER],
    ['talking', 'EventAgentHoldCall', CUSTOMER],
    ['holding', 'EventAgentRetrieveCall', CUSTOMER],
    ['talking', 'EventAgentMute', CUSTOMER],
    ['talking', 'EventAgentUnmute', CUSTOMER],
    ['talking', 'EventDialing', THIRD],
    ['consulting, not connected', 'EventEstablished', THIRD],
    ['consulting, connected', 'EventReleased', THIRD],
    ['consulting, connected', 'EventReleased', CUSTOMER],
    ['consulting, connected', 'EventPartyAdded', THIRD],
    ['consulting, connected', 'EventPartyChanged', CUSTOMER],
    ['conferencing', 'EventPartyDeleted', CUSTOMER],
    ['talking', 'EventReleased', CUSTOMER],
    ['talking', 'EventDtmfSent', CUSTOMER],
    ['talking', 'EventAgentAfterCallWork', {}],
    ['acw', 'EventDelayCallAfterWork', { delayTime: 60 }],
    ['talking', 'EventJanusLatency', { ping: 20, jitter: 3, loss: '0%', quality: 'd' }],
    ['talking', 'EventError', { errorCode: '330044' }],
    [
      'talking',
      'EventAgentRegainStatus',
      { agentStateInfo: { agentState: '1' }, workStatusInfo: { callID: 'call-1', callType: 'Inbound' } },
    ],
  ];

  test.each(TWICE)('at %s, %s %j told twice changes nothing the second time', (place, messageID, attributes) => {
    const bench = benchAt(place, { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.clock.increment(1_000);
    const message = { messageID, creationTime: 1_641_361_630_895, ...attributes };
    bench.sdk.emitRaw(message, messageID);
    const state = bench.state();
    const told: AgentState[] = [];
    bench.agent.subscribe((next) => told.push(next));
    bench.clock.increment(1_000);
    bench.sdk.emitRaw({ ...message }, messageID);
    expect(bench.state()).toEqual(state);
    expect(told).toEqual([]);
    expect(bench.state()).toBe(state);
  });

  test.each(PLACES)('is immutable, its parts included: $name', ({ name }) => {
    const bench = benchAt(name, { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.leave('queryStates');
    bench.sdk.emit('EventJanusLatency', { quality: 'e' });
    const state = bench.state();
    expectFrozen(state);
  });

  test.each(MORE_PLACES)('is immutable, its parts included: $name', ({ go }) => {
    const bench = benchAt('idle');
    go(bench);
    expectFrozen(bench.state());
  });
});

describe('since', () => {
  test('is when the work status last changed, and moves with nothing else', () => {
    const bench = benchAt('idle');
    const { since } = bench.state();
    const steps: [string, Record<string, unknown>][] = [
      ['EventAgentNotReady', { reasonCode: '12' }],
      ['EventAgentReady', {}],
      ['EventJanusLatency', { quality: 'e' }],
      ['EventAgentLogout', {}],
      ['EventAgentLogin', { agentState: '1' }],
      ['EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } }],
      ['EventAgentConnectionChanged', {}],
      ['EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } }],
    ];
    for (const [messageID, attributes] of steps) {
      bench.clock.increment(1_000);
      bench.sdk.emit(messageID, attributes);
      expect([messageID, bench.state().work, bench.state().since]).toEqual([messageID, 'idle', since]);
    }
    bench.clock.increment(1_000);
    bench.customer('EventRinging');
    expect(bench.state().since).toBe(bench.clock.now());
  });

  test.each(['EventOfTomorrow', 'EventJanusLatency'])('is the time that the server says, whose clock is known from %s', (messageID) => {
    const bench = benchAt('idle');
    const ahead = 60_000;
    bench.sdk.emit(messageID, { creationTime: bench.clock.now() + ahead });
    bench.clock.increment(120_000);
    const rang = bench.clock.now() - 5_000;
    bench.customer('EventRinging', { creationTime: rang + ahead });
    expect(bench.state()).toMatchObject({ work: 'ringing', since: rang });
  });

  test('does not move while a consult goes from dialing to talking', () => {
    const bench = benchAt('consulting, not connected');
    const { since } = bench.state();
    bench.clock.increment(1_000);
    bench.third('EventEstablished');
    expect(bench.state()).toMatchObject({ work: 'consulting', since, consult: { phase: 'talking' } });
  });
});

describe('subscribe', () => {
  test('tells every state once and in order, also where a listener sends a command', () => {
    const bench = benchAt('idle');
    const first: string[] = [];
    const second: string[] = [];
    const word = ({ work, pending }: AgentState) => `${work} ${pending.map(({ command }) => command).join()}`;
    bench.agent.subscribe((state) => {
      first.push(word(state));
      if (state.work === 'ringing' && state.pending.length === 0) void bench.agent.answer();
    });
    bench.agent.subscribe((state) => second.push(word(state)));
    bench.customer('EventRinging');
    expect(first).toEqual(['ringing ', 'ringing answer']);
    expect(second).toEqual(first);
    expect(bench.sdk.sent.at(-1)).toBe('answer');
  });

  test('tells nothing until something changes, and nothing more once unsubscribed', () => {
    const bench = benchAt('idle');
    const told: AgentState[] = [];
    const unsubscribe = bench.agent.subscribe((state) => told.push(state));
    expect(told).toEqual([]);
    bench.customer('EventRinging');
    expect(told).toEqual([bench.state()]);
    expect(told[0]).toBe(bench.state());
    unsubscribe();
    unsubscribe();
    bench.customer('EventEstablished');
    expect(told).toHaveLength(1);
  });

  test('the same listener twice is two subscriptions', () => {
    const bench = benchAt('idle');
    let count = 0;
    const listener = () => (count += 1);
    const unsubscribe = bench.agent.subscribe(listener);
    bench.agent.subscribe(listener);
    bench.customer('EventRinging');
    expect(count).toBe(2);
    unsubscribe();
    bench.customer('EventEstablished');
    expect(count).toBe(3);
  });

  test('a listener that is unsubscribed by an earlier one is not told any more', () => {
    const bench = benchAt('idle');
    let count = 0;
    bench.agent.subscribe(() => unsubscribe());
    const unsubscribe = bench.agent.subscribe(() => (count += 1));
    bench.customer('EventRinging');
    expect(count).toBe(0);
  });

  test('listeners are told before handlers run and before promises settle', async () => {
    const bench = benchAt('talking');
    const order: string[] = [];
    const outcome = bench.agent.holdCall();
    void outcome.then(() => order.push('promise'));
    bench.agent.subscribe(() => order.push('listener'));
    bench.agent.on('EventAgentHoldCall', () => order.push('handler'));
    bench.customer('EventAgentHoldCall');
    await turns();
    expect(order).toEqual(['listener', 'handler', 'promise']);
  });
});
