import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, turns, watch } from '../support/bench/index.js';

describe('what the agent asked for', () => {
  test('is known of a call before the server has spoken of it', () => {
    const bench = benchAt('idle');
    bench.leave('makeCall', { otherDN: ' 135****5678 ', privacyNumber: 'x' });
    expect(bench.state()).toMatchObject({
      work: 'calling',
      call: { otherDN: '135****5678', callID: null, partyID: null, callType: null, establishedAt: null },
    });
    bench.customer('EventDialing', { callType: 'Outbound', otherDN: undefined });
    expect(bench.state()).toMatchObject({ work: 'dialing', call: { otherDN: '135****5678', callID: 'call-1', callType: 'Outbound' } });
  });

  test('is the target of a consult, as long as it lasts', () => {
    const bench = benchAt('talking');
    bench.leave('initiateConsult', { targetType: 2, target: ' 1002 ' });
    expect(bench.state().consult).toBeNull();
    bench.third('EventDialing', { otherDN: '2002' });
    expect(bench.state().consult).toMatchObject({ phase: 'dialing', target: '1002', partyID: 'party-2' });
    bench.third('EventEstablished');
    expect(bench.state().consult).toMatchObject({ phase: 'talking', target: '1002' });
    expect(bench.state().call).toMatchObject({ partyID: 'party-1' });
  });

  test.each([
    [{ agentState: '1' }, 'online', null],
    [{ agentState: 1 }, 'online', null],
    [{ agentState: '2' }, 'dnd', 2],
    [{ agentState: '2', reasonCode: 14 }, 'break', 14],
    [{ agentState: ' 2 ', reasonCode: ' 2 ' }, 'dnd', 2],
    [{}, 'online', null],
    [{ agentState: '1', reasonCode: 0 }, 'online', null],
    [{ agentState: {}, reasonCode: 'x' }, 'online', null],
  ])('login as online, granted as %j, is %s', (result, login, reasonCode) => {
    const bench = benchAt('idle', { standing: 'connected, offline' });
    bench.leave('login', { phoneType: '', bindExt: '', agentState: 1 });
    bench.sdk.succeed('login', result);
    expect(bench.state()).toMatchObject({ login, reasonCode });
  });

  test.each([undefined, '', '2', 2])('login with agentState %j is in DND', (agentState) => {
    const bench = benchAt('idle', { standing: 'connected, offline' });
    bench.leave('login', { phoneType: '', bindExt: '', ...(agentState === undefined ? {} : { agentState }) });
    bench.sdk.succeed('login');
    expect(bench.state()).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });

  test.each([2, 11, 12, 13, 14, 15, 16, 17, 18])('notReady with %d leads there', (reasonCode) => {
    const bench = benchAt('idle');
    bench.leave('notReady', { reasonCode: String(reasonCode) });
    bench.sdk.succeed('notReady');
    expect(bench.state()).toMatchObject({ login: reasonCode === 2 ? 'dnd' : 'break', reasonCode });
  });

  test('a login that is refused leaves the agent in the very break of before', () => {
    const bench = benchAt('idle', { standing: 'connected, break 14' });
    bench.leave('login');
    expect(bench.state().login).toBe('loggingIn');
    bench.sdk.fail('login');
    expect(bench.state()).toMatchObject({ login: 'break', reasonCode: 14 });
    bench.leave('logout');
    expect(bench.state().login).toBe('loggingOut');
    bench.clock.increment(60_000);
    expect(bench.state()).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test('resetLogout ends the call, without after-call work', async () => {
    const bench = benchAt('consulting, connected', { isMuted: true });
    const outcome = bench.send('resetLogout');
    expect(bench.state().work).toBe('consulting');
    bench.sdk.succeed('resetLogout');
    await outcome;
    expect(bench.state()).toMatchObject({ login: 'offline', work: 'idle', call: null, consult: null, muted: false, acw: null });
  });
});

describe('after-call work that is extended', () => {
  test('twice within a second, is extended twice', async () => {
    const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    const { deadline } = bench.state().acw!;
    for (const times of [1, 2]) {
      const endings = watch(bench.send('delayACW', { delayTime: 60 }));
      bench.clock.increment(100);
      bench.sdk.emit('EventDelayCallAfterWork', { delayTime: 60 });
      await turns();
      expect(endings).toMatchObject([{ ended: 'resolved' }]);
      expect(bench.state().acw!.deadline).toBe(deadline! + times * 60_000);
    }
  });
});

describe('a login state that the server tells of out of order', () => {
  test('is believed though the call has ended meanwhile', () => {
    const bench = benchAt('talking', { standing: 'connected, dnd 2' });
    bench.sdk.emit('EventReleased', { ...CUSTOMER, creationTime: 2_000 });
    expect(bench.state().work).toBe('acw');
    // The agent was set ready during the call; only the news of it is late.
    bench.sdk.emit('EventAgentReady', { creationTime: 1_000 });
    expect(bench.state().login).toBe('online');
  });

  test('confirms the command that asked for it', async () => {
    const bench = benchAt('talking', { standing: 'connected, dnd 2' });
    const endings = watch(bench.send('ready'));
    bench.sdk.emit('EventReleased', { ...CUSTOMER, creationTime: 2_000 });
    bench.sdk.emit('EventAgentReady', { creationTime: 1_000 });
    bench.sdk.succeed('ready');
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().login).toBe('online');
  });
});
