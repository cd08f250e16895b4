import { describe, expect, test } from '@jest/globals';
import { benchAt, CUSTOMER, essence, regain } from '../support/bench/index.js';
import { ignoredOf } from './ignored.js';

/** News of the agent at the other end. */
const WORDS = [
  ['EventAgentReady', {}],
  ['EventAgentNotReady', { reasonCode: 11 }],
  ['EventAgentLogin', { agentState: '1' }],
] as const;

describe('a displaced page', () => {
  test.each(WORDS)('is not signed in by %s, which tells of the other end, but reports it as ignored', (event, attributes) => {
    const bench = benchAt('idle');
    bench.emit('EventAgentConnectionChanged');
    const ignored = ignoredOf(bench);
    bench.emit(event, attributes);
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
    expect(ignored).toEqual([`${event} otherEnd`]);
    expect(bench.divergences).toEqual([]);
  });

  test.each([
    'EventRinging',
    'EventDialing',
    'EventEstablished',
    'EventAgentHoldCall',
    'EventPartyAdded',
    'EventAgentMute',
    'EventReleased',
    'EventAgentAfterCallWork',
  ])('is not touched by %s of a call at the other end, but reports it as ignored', (event) => {
    const bench = benchAt('talking');
    bench.emit('EventAgentConnectionChanged');
    const ignored = ignoredOf(bench);
    const before = essence(bench.state());
    bench.emit(event, CUSTOMER);
    expect(essence(bench.state())).toEqual(before);
    expect(ignored).toEqual([`${event} otherEnd`]);
    expect(bench.divergences).toEqual([]);
  });

  test('stays displaced while its own login is in flight, whatever comes, and what comes counts once the login has succeeded', () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    void agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    emit('EventAgentReady');
    emit('EventRinging', CUSTOMER);
    expect(state()).toMatchObject({ connection: 'displaced' });
    sdk.succeed('login', { agentState: '1' });
    expect(state()).toMatchObject({ connection: 'connected', login: 'online', work: 'ringing', call: CUSTOMER });
  });

  test.each(WORDS)('that initialises, and is told %s, is displaced when initAgent is given up', (event, attributes) => {
    const bench = benchAt('idle');
    bench.emit('EventAgentConnectionChanged');
    const ignored = ignoredOf(bench);
    void bench.agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    bench.emit(event, attributes);
    expect(bench.state()).toMatchObject({ connection: 'initializing', login: 'offline' });
    expect(ignored).toEqual([`${event} otherEnd`]);
    bench.clock.increment(60_000);
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline', pending: [] });
  });

  test('is signed in by a regain', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    expect(state()).toMatchObject({ connection: 'connected', login: 'online' });
  });

  test('has its call back by a regain that names it, though it was displaced in it', () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentConnectionChanged');
    regain(bench, {}, { callID: CUSTOMER.callID });
    expect(bench.state()).toMatchObject({ connection: 'connected', work: 'talking', call: { callID: CUSTOMER.callID } });
    bench.emit('EventAgentHoldCall', CUSTOMER);
    expect(bench.state().work).toBe('holding');
    bench.emit('EventReleased', CUSTOMER);
    expect(bench.state().work).toBe('acw');
  });
});
