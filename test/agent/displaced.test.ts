import { describe, expect, test } from '@jest/globals';
import { FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, turns, watch } from '../support/bench/index.js';

describe('when another end signs in', () => {
  test.each(FLIGHTS)('$command from $from rejects DISPLACED', async ({ command, start }) => {
    const bench = start();
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventAgentConnectionChanged');
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { name: 'CommandError', code: 'DISPLACED', command } }]);
    expect((endings[0] as { error: { message: string } }).error.message).toContain(command);
    expect(bench.state()).toMatchObject({
      connection: 'displaced',
      login: 'offline',
      reasonCode: null,
      work: 'idle',
      call: null,
      consult: null,
      muted: false,
      acw: null,
      pending: [],
    });
    expect(bench.clock.running.size).toBe(0);
  });

  test.each(FLIGHTS)('answers of before do not bring the agent back: $command from $from', async ({ command, start }) => {
    const bench = start();
    const endings = watch(bench.send(command));
    bench.sdk.emit('EventAgentConnectionChanged');
    const state = bench.state();
    const parameters = bench.sdk.lastCall(command).parameters ?? {};
    for (const name of ['success', 'error']) {
      const callback = parameters[name];
      if (typeof callback === 'function') (callback as (given: unknown) => void)({ status: name, agentState: '1' });
    }
    await turns();
    expect(endings).toHaveLength(1);
    expect(bench.state()).toBe(state);
  });

  test('all that was in flight rejects, queries included', async () => {
    const bench = benchAt('talking');
    const commands = ['notReady', 'holdCall', 'hangup', 'resetLogout', 'queryStates', 'queryAgents', 'forceReady'] as const;
    const all = commands.map((command) => watch(bench.send(command)));
    bench.sdk.emit('EventAgentConnectionChanged');
    await turns();
    expect(all.map(([ending]) => (ending as { error: { code: string } }).error.code)).toEqual(commands.map(() => 'DISPLACED'));
  });

  test('nothing signs in again by itself, and login takes the agent back', async () => {
    const bench = benchAt('talking');
    bench.sdk.emit('EventAgentConnectionChanged');
    const { sentCount } = bench;
    bench.clock.increment(3_600_000);
    expect(bench.sentCount).toBe(sentCount);
    expect(bench.state().connection).toBe('displaced');

    const login = bench.send('login');
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'loggingIn' });
    bench.sdk.succeed('login');
    await login;
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'idle' });
  });

  test.each([
    ['rejected', (bench: Bench) => bench.sdk.fail('login')],
    ['not answered', (bench: Bench) => bench.clock.increment(60_000)],
  ])('a login that is %s leaves the page displaced', (_, end) => {
    const bench = benchAt('idle', { standing: 'displaced, offline' });
    bench.leave('login');
    end(bench);
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline', pending: [] });
    expect(bench.agent.can('login')).toBe(true);
    expect(bench.agent.can('initAgent')).toBe(true);
  });

  test('initAgent takes the link back, too', async () => {
    const bench = benchAt('idle', { standing: 'displaced, offline' });
    bench.leave('initAgent');
    expect(bench.state().connection).toBe('initializing');
    bench.sdk.succeed('initAgent');
    expect(bench.state().connection).toBe('connected');
  });

  test('an initAgent without an answer leaves the page displaced', () => {
    const bench = benchAt('idle', { standing: 'displaced, offline' });
    bench.leave('initAgent');
    bench.clock.increment(60_000);
    expect(bench.state().connection).toBe('displaced');
  });

  test('being told so twice is the same as once', () => {
    const bench = benchAt('talking');
    bench.sdk.emit('EventAgentConnectionChanged');
    const state = bench.state();
    bench.clock.increment(1_000);
    bench.sdk.emit('EventAgentConnectionChanged');
    expect(bench.state()).toBe(state);
  });
});
