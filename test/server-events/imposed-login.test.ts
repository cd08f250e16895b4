import { describe, expect, test } from '@jest/globals';
import { benchAt, CUSTOMER, endOf, PLACE_NAMES, STRANGER, START } from '../support/bench/index.js';

const LIVE = PLACE_NAMES.filter((name) => name !== 'idle' && name !== 'acw');

describe('a forced logout', () => {
  test.each(PLACE_NAMES)('takes effect while %s: offline and without a call', (place) => {
    const { emit, state } = benchAt(place);
    emit('EventAgentLogout', { operator: 'supervisor' });
    expect(state()).toMatchObject({
      connection: 'connected',
      login: 'offline',
      reasonCode: null,
      work: 'idle',
      call: null,
      consult: null,
      acw: null,
      muted: false,
      pending: [],
    });
  });

  test.each(LIVE)('while %s: what is told of the call afterwards changes nothing', (place) => {
    const { emit, state } = benchAt(place);
    emit('EventDialing', CUSTOMER);
    emit('EventAgentLogout');
    const before = state();
    for (const event of ['EventEstablished', 'EventAgentHoldCall', 'EventReleased']) emit(event, CUSTOMER);
    expect(state()).toBe(before);
  });

  test('ends what was in flight for the call and the login', async () => {
    const { agent, emit } = benchAt('talking');
    const outcomes = [agent.holdCall(), agent.hangup(), agent.notReady({ reasonCode: 12 })];
    emit('RequestAgentLogout');
    expect(await Promise.all(outcomes.map(endOf))).toEqual(['SUPERSEDED', 'SUPERSEDED', 'SUPERSEDED']);
  });

  test('confirms the logout that was in flight, and its answer still resolves it', async () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    const outcome = agent.logout();
    expect(state().login).toBe('loggingOut');
    emit('EventAgentLogout');
    expect(state().login).toBe('offline');
    sdk.succeed('logout');
    expect(await endOf(outcome)).toBe('resolved');
    expect(state().login).toBe('offline');
  });
});

describe('a forced busy or ready', () => {
  test.each(LIVE)('while %s does not touch the call', (place) => {
    const { emit, state } = benchAt(place);
    const { work, call, consult, since } = state();
    emit('EventAgentNotReady', { reasonCode: 2 });
    expect(state()).toMatchObject({ login: 'dnd', reasonCode: 2, work, call, consult, since });
    emit('EventAgentReady');
    expect(state()).toMatchObject({ login: 'online', reasonCode: null, work, call, consult, since });
  });

  test.each(LIVE)('while %s is no divergence', (place) => {
    const { emit, divergences } = benchAt(place);
    emit('EventAgentNotReady', { reasonCode: 2 });
    emit('EventAgentReady');
    expect(divergences).toEqual([]);
  });

  test.each([11, 12, 13, 14, 15, 16, 17, 18])('with reason %i leads to that break', (reasonCode) => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: `${reasonCode} ` });
    expect(state()).toMatchObject({ login: 'break', reasonCode });
  });

  test.each([{}, { reasonCode: '' }, { reasonCode: null }])('without a reason is DND: %j', (attributes) => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentNotReady', attributes);
    expect(state()).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });

  test('without a reason leaves a break as it is', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: 14 });
    emit('EventAgentNotReady');
    expect(state()).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test.each([99, 3, 10, 19, 2.5])('with the unknown reason %d is not ready all the same', (reasonCode) => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode });
    expect(state().login).toBe('dnd');
  });

  test('with another reason than the one asked for is believed, and the success of the own command, which was sent before, says no more', async () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    const outcome = agent.notReady({ reasonCode: 12 });
    emit('EventAgentNotReady', { reasonCode: 2 });
    expect(state()).toMatchObject({ login: 'dnd', pending: [{ command: 'notReady' }] });
    sdk.succeed('notReady');
    expect(await endOf(outcome)).toBe('resolved');
    expect(state()).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });

  test('after the own command was answered by the event is not undone by the answer', async () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    const outcome = agent.notReady({ reasonCode: 12 });
    emit('EventAgentNotReady', { reasonCode: 12 });
    emit('EventAgentReady');
    sdk.succeed('notReady');
    expect(await endOf(outcome)).toBe('resolved');
    expect(state()).toMatchObject({ login: 'online' });
  });

  test("of one's own, told by success and event, is told once: after-call work follows a talk that ends right after", () => {
    const { agent, sdk, customer, emit, state } = benchAt('talking');
    void agent.notReady({ reasonCode: 12 });
    sdk.succeed('notReady');
    emit('EventAgentNotReady', { reasonCode: 12, creationTime: START + 1000 });
    customer('EventReleased', { creationTime: START + 1500 });
    expect(state()).toMatchObject({ work: 'acw', login: 'break', reasonCode: 12 });
  });

  test('that repeats what is so, and arrives during a talk that ends right after, ends the after-call work of it', () => {
    const { customer, emit, state } = benchAt('talking');
    emit('EventAgentReady', { creationTime: START + 1000 });
    customer('EventReleased', { creationTime: START + 1500 });
    expect(state()).toMatchObject({ work: 'idle', login: 'online' });
  });

  test('while the agent logs in is believed', () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    emit('EventAgentLogout');
    void agent.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
    expect(state().login).toBe('loggingIn');
    emit('EventAgentNotReady', { reasonCode: 13 });
    expect(state()).toMatchObject({ login: 'break', reasonCode: 13 });
    sdk.succeed('login', { agentState: '1' });
    expect(state()).toMatchObject({ login: expect.stringMatching(/break|online/), pending: [] });
  });
});

describe('the lock of the system', () => {
  test.each([{ reasonCode: 98 }, { reasonCode: '98' }, { workStatus: 'locking' }, { workStatus: ' Locking ', reasonCode: 2 }])(
    'is told by %j',
    (attributes) => {
      const { emit, state } = benchAt('idle');
      emit('EventAgentNotReady', attributes);
      expect(state()).toMatchObject({ login: 'locked', reasonCode: null });
    },
  );

  test('allows neither calls out nor a route, but a logout and a break', () => {
    const { agent, emit } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: 98 });
    expect(['makeCall', 'setRoute', 'logout', 'notReady', 'ready'].map((name) => agent.can(name as 'ready'))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test('lasts until the agent is ready', () => {
    const { agent, sdk, emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: 98 });
    emit('EventAgentNotReady');
    expect(state().login).toBe('locked');
    void agent.ready();
    sdk.succeed('ready');
    expect(state()).toMatchObject({ login: 'online', reasonCode: null });
    expect(agent.can('makeCall')).toBe(true);
  });

  test('after a rejected call finds the agent idle', () => {
    const { agent, emit, state } = benchAt('ringing');
    void agent.rejectCall();
    emit('EventReleased', CUSTOMER);
    emit('EventAgentNotReady', { reasonCode: 98 });
    expect(state()).toMatchObject({ login: 'locked', work: 'idle' });
  });

  test('does not keep a call away that the server offers all the same', () => {
    const { agent, emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: 98 });
    emit('EventRinging', STRANGER);
    expect(state()).toMatchObject({ login: 'locked', work: 'ringing' });
    expect(agent.can('answer')).toBe(true);
  });
});
