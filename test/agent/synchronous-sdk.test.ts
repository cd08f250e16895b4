import { describe, expect, test } from '@jest/globals';
import type { AgentState, CommandName } from '../../adapters/sobot/index.js';
import { CALLBACK_FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, CUSTOMER, type PlaceName, THIRD, turns, watch } from '../support/bench/index.js';

type Parameters = { success(result: unknown): void; error(failure: unknown): void };

describe('an SDK that answers within the method call', () => {
  test.each(CALLBACK_FLIGHTS)('resolves $command', async ({ command, start }) => {
    const bench = start();
    const result = { status: 'success', agentState: '1' };
    Object.assign(bench.sdk, { [command]: ({ success }: Parameters) => success(result) });
    const endings = watch(bench.send(command));
    expect(bench.state().pending).toEqual([]);
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: result }]);
    expect(bench.clock.running.size).toBe(0);
  });

  test.each(CALLBACK_FLIGHTS)('rejects $command', async ({ command, start }) => {
    const bench = start();
    Object.assign(bench.sdk, { [command]: ({ error }: Parameters) => error({ status: 'error', errorCode: '330002' }) });
    const endings = watch(bench.send(command));
    expect(bench.state().pending).toEqual([]);
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'REJECTED', vendorClass: { name: 'channelLost' } } }]);
  });

  test('and then throws, has answered', async () => {
    const bench = benchAt('idle');
    Object.assign(bench.sdk, {
      queryStates: ({ success }: Parameters) => {
        success({ status: 'success' });
        throw new Error('after');
      },
    });
    await expect(bench.send('queryStates')).resolves.toEqual({ status: 'success' });
  });

  test('tells listeners each step in order', () => {
    const bench = benchAt('idle', { standing: 'connected, offline' });
    Object.assign(bench.sdk, { login: ({ success }: Parameters) => success({ status: 'success', agentState: '1' }) });
    const told: AgentState['login'][] = [];
    bench.agent.subscribe(({ login }) => told.push(login));
    bench.leave('login');
    expect(told).toEqual(['loggingIn', 'online']);
  });
});

describe('an SDK that emits within the method call', () => {
  const ROWS: readonly (readonly [CommandName, PlaceName, string, Record<string, unknown>, string])[] = [
    ['makeCall', 'idle', 'EventDialing', { ...CUSTOMER, callType: 'Outbound' }, 'dialing'],
    ['answer', 'ringing', 'EventEstablished', CUSTOMER, 'talking'],
    ['rejectCall', 'ringing', 'EventReleased', CUSTOMER, 'idle'],
    ['hangup', 'talking', 'EventReleased', CUSTOMER, 'acw'],
    ['holdCall', 'talking', 'EventAgentHoldCall', CUSTOMER, 'holding'],
    ['initiateConsult', 'talking', 'EventDialing', THIRD, 'consulting'],
    ['muteCall', 'talking', 'EventAgentMute', CUSTOMER, 'talking'],
    ['completeACW', 'acw', 'EventAgentReady', {}, 'idle'],
  ];

  test.each(ROWS)('resolves %s at %s by %s', async (command, place, messageID, attributes, work) => {
    const bench = benchAt(place);
    Object.assign(bench.sdk, { [command]: () => bench.sdk.emit(messageID, attributes) });
    const seen: unknown[] = [];
    bench.agent.on(messageID, () => seen.push(bench.state().work));
    const endings = watch(bench.send(command));
    expect(bench.state()).toMatchObject({ work, pending: [] });
    expect(seen).toEqual([work]);
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved', value: { messageID } }]);
  });

  test('what ends within the method call is told once', () => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, { hangup: () => bench.customer('EventReleased') });
    const reasons: string[] = [];
    bench.agent.on('switchhook:callEnded', ({ reason }) => reasons.push(reason));
    bench.leave('hangup');
    expect(reasons).toEqual(['hungUp']);
  });

  test('the end of the call within the method call supersedes the command', async () => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, { holdCall: () => bench.customer('EventReleased') });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'SUPERSEDED' } }]);
    expect(bench.state().work).toBe('acw');
  });
});

describe('a command that is sent while another thing is going on', () => {
  test('from a listener, while the command that woke it is still being sent', async () => {
    const bench = benchAt('talking');
    bench.agent.subscribe(({ pending }) => {
      if (pending.length === 1 && pending[0]!.command === 'holdCall') void bench.agent.hangup();
    });
    bench.leave('holdCall');
    expect(bench.sdk.sent.slice(-2)).toEqual(['holdCall', 'hangup']);
    expect(bench.state().pending.map(({ command }) => command)).toEqual(['holdCall', 'hangup']);
  });

  test('from a callback of the command before', async () => {
    const bench = new Bench();
    const chain: unknown[] = [];
    Object.assign(bench.sdk, {
      initAgent: ({ success }: Parameters) => success({ status: 'success' }),
      login: ({ success }: Parameters) => success({ status: 'success', agentState: '1' }),
    });
    bench.leave('initAgent', {
      token: 't',
      companyId: 'c',
      agent: '1005',
      success: () => bench.leave('login', { phoneType: '', bindExt: '', agentState: '1', success: () => chain.push(bench.state().login) }),
    });
    await turns();
    expect(chain).toEqual(['online']);
  });

  test('after await, when the state says what was awaited', async () => {
    const bench = benchAt('idle', { standing: 'connected, offline' });
    const login = bench.send('login');
    bench.sdk.succeed('login');
    await login;
    expect(bench.state().login).toBe('online');
    expect(bench.agent.can('makeCall')).toBe(true);
  });

  test('from an observer of the actor, resolves with its own answer', async () => {
    const bench = benchAt('talking');
    const endings: unknown[][] = [];
    const subscription = bench.agent.actor.subscribe((snapshot) => {
      if (endings.length > 0 || snapshot.context.pending.call !== null) return;
      Object.assign(bench.sdk, { queryStates: ({ success }: Parameters) => success({ status: 'success', of: 'queryStates' }) });
      endings.push(watch(bench.send('queryStates')));
    });
    bench.customer('EventAgentMute');
    subscription.unsubscribe();
    await turns();
    expect(endings).toEqual([[{ ended: 'resolved', value: { status: 'success', of: 'queryStates' } }]]);
    expect(bench.state().pending).toEqual([]);
  });
});

describe('the sending of a command', () => {
  test('happens within the call, so that a click is still a click for the browser', () => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    expect(bench.sdk.sent.at(-1)).toBe('holdCall');
  });

  test('comes after the state says that it is in flight', () => {
    const bench = benchAt('talking');
    const seen: unknown[] = [];
    Object.assign(bench.sdk, { holdCall: () => seen.push(bench.state().pending.map(({ command }) => command)) });
    bench.leave('holdCall');
    expect(seen).toEqual([['holdCall']]);
  });
});
