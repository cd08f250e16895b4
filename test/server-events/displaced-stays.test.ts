import { describe, expect, test } from '@jest/globals';
import { benchAt } from '../support/bench/index.js';

describe('a displaced page', () => {
  test.each([
    ['EventAgentReady', {}],
    ['EventAgentNotReady', { reasonCode: 11 }],
    ['EventAgentLogin', { agentState: '1' }],
  ] as const)('is not signed in by %s, which tells of the other end, but reports it', (event, attributes) => {
    const { emit, state, divergences } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    emit(event, attributes);
    expect(state()).toMatchObject({ connection: 'displaced', login: 'offline' });
    expect(divergences).toEqual([event]);
  });

  test('is signed in by the event that answers its own login', () => {
    const { agent, emit, state } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    void agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    emit('EventAgentReady');
    expect(state()).toMatchObject({ connection: 'connected', login: 'online' });
  });

  test.each([
    ['EventAgentReady', {}, 'online'],
    ['EventAgentNotReady', { reasonCode: 11 }, 'break'],
    ['EventAgentLogin', { agentState: '1' }, 'online'],
  ] as const)('that initialises, and is told %s, is connected when initAgent is given up, and not displaced with somebody signed in', (event, attributes, login) => {
    const { agent, emit, state, clock } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    void agent.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
    emit(event, attributes);
    expect(state()).toMatchObject({ connection: 'initializing', login });
    clock.increment(60_000);
    expect(state()).toMatchObject({ connection: 'connected', login, pending: [] });
  });

  test('is signed in by a regain', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentConnectionChanged');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    expect(state()).toMatchObject({ connection: 'connected', login: 'online' });
  });
});
