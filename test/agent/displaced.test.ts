import { describe, expect, test } from '@jest/globals';
import { FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, turns, watch } from '../support/bench/index.js';

/** A login of one's own, and initAgent, take the agent back: they wait for their own answer. */
const REJECTED = FLIGHTS.filter(({ command }) => command !== 'login' && command !== 'initAgent');

describe('when another end signs in', () => {
  test.each(REJECTED)('$command from $from rejects DISPLACED', async ({ command, start }) => {
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

  test.each(REJECTED)('answers of before do not bring the agent back: $command from $from', async ({ command, start }) => {
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

  test.each([
    ['login', 'connected, offline', { connection: 'displaced', login: 'loggingIn' }, { connection: 'connected', login: 'online' }],
    // A fresh token.
    ['initAgent', 'connected, online', { connection: 'displaced', login: 'offline' }, { connection: 'connected', login: 'offline' }],
    [
      'initAgent',
      'uninitialized, offline',
      { connection: 'initializing', login: 'offline' },
      { connection: 'connected', login: 'offline' },
    ],
  ] as const)(
    '%s that is in flight at %s waits for its own answer: success means that this page has won',
    async (command, standing, meanwhile, won) => {
      for (const isYes of [true, false]) {
        const bench = benchAt('idle', { standing });
        const endings = watch(bench.send(command));
        bench.emit('EventAgentConnectionChanged');
        await turns();
        expect(endings).toEqual([]);
        expect(bench.state()).toMatchObject({ ...meanwhile, work: 'idle', call: null, pending: [{ command }] });
        if (isYes) bench.sdk.succeed(command, { agentState: '1' });
        else bench.sdk.fail(command, { errorCode: '330042' });
        await turns();
        expect(endings).toMatchObject([isYes ? { ended: 'resolved' } : { error: { code: 'REJECTED', command } }]);
        expect(bench.state()).toMatchObject(isYes ? won : { connection: 'displaced', login: 'offline', work: 'idle', pending: [] });
      }
    },
  );

  test("what the service says of the other end's calls changes nothing here and is reported, until a regain", () => {
    const bench = benchAt('idle', { standing: 'displaced, offline' });
    const ignored: (string | null)[] = [];
    bench.agent.on('switchhook:ignored', ({ messageID }) => ignored.push(messageID));
    const state = bench.state();
    const said = ['EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventReleased'];
    for (const messageID of said) bench.customer(messageID);
    bench.emit('EventAgentAfterCallWork');
    expect(bench.state()).toBe(state);
    expect(ignored).toEqual([...said, 'EventAgentAfterCallWork']);

    bench.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    bench.customer('EventRinging', { callID: 'call-2', partyID: 'party-3' });
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'ringing' });
  });

  test("what comes while an own login is in flight counts, and that login's refusal drops it", () => {
    for (const isYes of [true, false]) {
      const bench = benchAt('idle', { standing: 'displaced, offline' });
      bench.leave('login');
      bench.customer('EventRinging');
      expect(bench.state().work).toBe('ringing');
      if (isYes) bench.sdk.succeed('login', { agentState: '1' });
      else bench.sdk.fail('login', { errorCode: '330042' });
      expect(bench.state()).toMatchObject(
        isYes
          ? { connection: 'connected', login: 'online', work: 'ringing' }
          : { connection: 'displaced', login: 'offline', work: 'idle', call: null },
      );
    }
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
