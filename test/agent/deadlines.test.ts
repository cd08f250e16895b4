import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../machines/index.js';
import { FLIGHTS } from '../support/bench/flights.js';
import { TwoClocks } from '../src/time/two-clocks.js';
import { Bench, benchAt, position, turns, watch } from '../support/bench/index.js';

/** Each command once. */
const ONCE = FLIGHTS.filter(({ command }, index) => FLIGHTS.findIndex((one) => one.command === command) === index);

describe('a command without an answer', () => {
  test.each(FLIGHTS)('is given up at its deadline, and the state is what it was: $command from $from', async ({ command, start }) => {
    const bench = start();
    const before = position(bench);
    const { since } = bench.state();
    const endings = watch(bench.send(command));
    const [pending] = bench.state().pending;
    expect(pending).toMatchObject({ command, since: bench.clock.now() });
    const left = pending!.deadline - bench.clock.now();
    expect(left).toBeGreaterThanOrEqual(5_000);
    expect(left).toBeLessThanOrEqual(90_000);

    bench.clock.increment(left - 1);
    await turns();
    expect(endings).toEqual([]);
    bench.clock.increment(1);
    await turns();
    const { connection, login, work } = before;
    expect(endings).toMatchObject([
      { ended: 'rejected', error: { name: 'CommandError', code: 'TIMEOUT', command, state: { connection, login, work } } },
    ]);
    const { message, remedy } = (endings[0] as { error: { message: string; remedy: string } }).error;
    expect(message).toContain(command);
    expect(remedy).toEqual(expect.any(String));
    expect(position(bench)).toEqual(before);
    if (command !== 'makeCall') expect(bench.state().since).toBe(since);
  });

  test.each(ONCE)('can be tried again after it, with success: $command', async ({ command, start }) => {
    const bench = start();
    bench.leave(command);
    bench.clock.increment(90_000);
    expect(bench.agent.whyNot(command)).toBeNull();
    bench.leave(command);
    expect(bench.sdk.sent.slice(-2)).toEqual([command, command]);
  });

  test.each(ONCE)('leaves no timer running once all is over: $command', ({ command, start }) => {
    const bench = start();
    const { size } = bench.clock.running;
    bench.leave(command);
    expect(bench.clock.running.size).toBe(size + 1);
    bench.clock.increment(90_000);
    expect(bench.clock.running.size).toBe(size);
  });
});

describe('the option timeouts', () => {
  const lefts = (bench: Bench) => bench.state().pending.map(({ command, since, deadline }) => [command, deadline - since]);

  test('gives one command its own time, and default all others', () => {
    const bench = benchAt('talking', { bench: new Bench({ timeouts: { holdCall: 777, default: 2_000 } }) });
    for (const command of ['holdCall', 'hangup', 'notReady', 'queryStates'] as const) bench.leave(command);
    expect(Object.fromEntries(lefts(bench))).toEqual({ holdCall: 777, hangup: 2_000, notReady: 2_000, queryStates: 2_000 });
  });

  test('leaves commands that it does not name at their own time', () => {
    const own = benchAt('idle');
    const other = benchAt('idle', { bench: new Bench({ timeouts: { holdCall: 777 } }) });
    for (const bench of [own, other]) bench.leave('makeCall');
    expect(lefts(other)).toEqual(lefts(own));
  });

  test('ends commands one by one, each at its time', async () => {
    const bench = benchAt('talking', { bench: new Bench({ timeouts: { queryStates: 3_000, holdCall: 2_000, notReady: 1_000 } }) });
    const sent = (['queryStates', 'holdCall', 'notReady', 'queryStates'] as const).map((command) => watch(bench.send(command)));
    const ended = async () => {
      await turns();
      return sent.map(({ length }) => length);
    };
    expect(await ended()).toEqual([0, 0, 0, 0]);
    bench.clock.increment(1_000);
    expect(await ended()).toEqual([0, 0, 1, 0]);
    bench.clock.increment(1_000);
    expect(await ended()).toEqual([0, 1, 1, 0]);
    bench.clock.increment(1_000);
    expect(await ended()).toEqual([1, 1, 1, 1]);
  });

  test('may be longer than a platform timer can be', async () => {
    const hour = 3_600_000;
    const days = 40 * 24 * hour;
    const bench = benchAt('idle', { bench: new Bench({ timeouts: { queryStates: days } }) });
    const endings = watch(bench.send('queryStates'));
    // In steps: of a clock that cannot say how time goes, only the firing of its timers counts.
    for (let passed = hour; passed < days; passed += hour) bench.clock.increment(hour);
    await turns();
    expect(endings).toEqual([]);
    for (let late = 0; late < 4; late += 1) bench.clock.increment(hour);
    await turns();
    expect(endings).toHaveLength(1);
  });

  test('a clock that jumps far ahead ends all that is due at once', async () => {
    const bench = benchAt('talking');
    const sent = (['queryStates', 'holdCall', 'hangup', 'notReady'] as const).map((command) => watch(bench.send(command)));
    bench.clock.increment(24 * 3_600_000);
    await turns();
    for (const endings of sent) expect(endings).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    expect(bench.clock.running.size).toBe(0);
  });
});

describe('an answer that comes after the deadline', () => {
  const late = (command: CommandName, standing = 'connected, online') => {
    const bench = command === 'initAgent' ? new Bench() : benchAt('idle', { standing });
    const endings = watch(bench.send(command));
    bench.clock.increment(90_000);
    return { bench, endings };
  };

  test.each([
    ['initAgent', 'connection', 'connected'],
    ['login', 'login', 'online'],
    ['ready', 'login', 'online'],
    ['notReady', 'login', 'break'],
    ['logout', 'login', 'offline'],
    ['resetLogout', 'login', 'offline'],
  ] as const)('ends %s no second time, though the yes of the server is believed', async (command, field, value) => {
    const standing = { login: 'connected, offline', ready: 'connected, dnd 2' }[command as string];
    const { bench, endings } = late(command, standing);
    bench.sdk.succeed(command, command === 'login' ? { agentState: '1' } : {});
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    expect(bench.state()[field]).toBe(value);
  });

  test.each(['succeed', 'fail'] as const)('ends the command no second time, also before a timer that is late: %s', async (answer) => {
    const clock = new TwoClocks();
    const bench = benchAt('idle', { bench: new Bench({ clock }) });
    const endings = watch(bench.send('notReady'));
    clock.wall += 90_000;
    clock.ticks += 90_000;
    bench.sdk[answer]('notReady');
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    expect(bench.state().login).toBe(answer === 'succeed' ? 'break' : 'online');
  });

  test.each(['login', 'ready', 'notReady', 'logout'] as const)('is a no to %s and changes nothing', (command) => {
    const standing = { login: 'connected, offline', ready: 'connected, dnd 2' }[command as string];
    const { bench } = late(command, standing);
    const state = bench.state();
    bench.sdk.fail(command, { errorCode: '330042' });
    expect(bench.state()).toBe(state);
  });

  test('of a query is dropped', () => {
    const { bench } = late('queryStates');
    const state = bench.state();
    bench.sdk.succeed('queryStates', { states: [] });
    expect(bench.state()).toBe(state);
  });

  test('does not answer the second try', async () => {
    const { bench } = late('notReady');
    const first = bench.sdk.lastCall('notReady').parameters as { error(given: unknown): void };
    const second = watch(bench.send('notReady', { reasonCode: 13 }));
    first.error({ status: 'error' });
    await turns();
    expect(second).toEqual([]);
    bench.sdk.succeed('notReady');
    await turns();
    expect(second).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().reasonCode).toBe(13);
  });

  test('of login does not sign in again a page that was displaced meanwhile', () => {
    const { bench } = late('login', 'connected, offline');
    bench.sdk.emit('EventAgentConnectionChanged');
    bench.sdk.succeed('login', { agentState: '1' });
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });

  test.each(['ready', 'notReady'] as const)('of %s does not sign in again an agent who was logged out meanwhile', (command) => {
    const { bench } = late(command, command === 'ready' ? 'connected, dnd 2' : 'connected, online');
    bench.sdk.emit('EventAgentLogout');
    bench.sdk.succeed(command);
    expect(bench.state().login).toBe('offline');
  });

  test('of initAgent does not take back a page that was displaced meanwhile', () => {
    const { bench } = late('initAgent');
    bench.sdk.emit('EventAgentConnectionChanged');
    bench.sdk.succeed('initAgent');
    expect(bench.state().connection).toBe('displaced');
  });

  test.each([
    ['holdCall', 'talking', 'EventAgentHoldCall', 'holding'],
    ['answer', 'ringing', 'EventEstablished', 'talking'],
    ['hangup', 'talking', 'EventReleased', 'acw'],
  ] as const)('of %s, as an event, is believed', async (command, place, messageID, work) => {
    const bench = benchAt(place);
    const endings = watch(bench.send(command));
    bench.clock.increment(90_000);
    bench.customer(messageID);
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
    expect(bench.state().work).toBe(work);
  });
});

describe("a makeCall of which only the ringing of the agent's own phone was heard", () => {
  test('is not given up while that call goes on', async () => {
    const bench = benchAt('idle');
    const endings = watch(bench.send('makeCall'));
    bench.sdk.emit('EventRinging', { callID: 'call-1', partyID: 'party-1' });
    expect(bench.state().work).toBe('dialing');
    bench.clock.increment(90_000);
    await turns();
    expect(endings).toMatchObject([{ ended: 'resolved' }]);
    expect(bench.state().work).toBe('dialing');
  });
});
