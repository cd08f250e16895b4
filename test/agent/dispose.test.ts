import { describe, expect, jest, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, errorOf, PLACES, ScriptedSdk, turns, watch } from '../support/bench/index.js';

describe('dispose', () => {
  test.each(FLIGHTS)('rejects what is in flight: $command from $from', async ({ command, start }) => {
    const bench = start();
    const { connection, login, work } = start().state();
    const before = bench.sdk.handlerCount;
    expect(before).toBeGreaterThan(0);
    const endings = watch(bench.send(command));
    bench.agent.dispose();
    await turns();
    expect(endings).toMatchObject([{ ended: 'rejected', error: { name: 'CommandError', code: 'DISPOSED', command } }]);
    if (!['initAgent', 'login', 'logout', 'makeCall'].includes(command)) {
      expect(endings).toMatchObject([{ error: { state: { connection, login, work } } }]);
    }
    expect(bench.clock.running.size).toBe(0);
    expect(bench.sdk.handlerCount).toBe(0);
  });

  test('rejects all that is in flight, queries included', async () => {
    const bench = benchAt('talking');
    const all = (['notReady', 'holdCall', 'hangup', 'resetLogout', 'queryStates', 'queryStates'] as const).map((command) =>
      watch(bench.send(command)),
    );
    bench.agent.dispose();
    await turns();
    for (const endings of all) expect(endings).toMatchObject([{ error: { code: 'DISPOSED' } }]);
  });

  test.each(PLACES)('leaves no timer on the clock and no handler on the SDK: $name', ({ name }) => {
    const bench = benchAt(name, { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.leave('queryStates');
    // A clock that does not say how time goes has a timer for each deadline.
    const { pending, acw } = bench.state();
    expect(bench.clock.running.size).toBe(pending.length + (acw === null ? 0 : 1));
    bench.agent.dispose();
    expect(bench.clock.running.size).toBe(0);
    expect(bench.sdk.handlerCount).toBe(0);
  });

  test('takes off only the handlers of its own', () => {
    const sdk = new ScriptedSdk();
    sdk.on('EventAgentAll', () => {}).on('EventJanusLatency', () => {});
    const bench = new Bench({}, sdk);
    bench.agent.dispose();
    expect(sdk.handlerCount).toBe(2);
  });

  test('stops the actor', () => {
    const { agent } = benchAt('talking');
    agent.dispose();
    expect(agent.actor.getSnapshot().status).toBe('stopped');
  });

  test('ends listening: no listener and no handler hears anything more', () => {
    const bench = benchAt('talking');
    const heard: unknown[] = [];
    bench.agent.subscribe((state) => heard.push(state));
    bench.agent.on('EventAgentAll', (message) => heard.push(message)).on('switchhook:divergence', (report) => heard.push(report));
    const stubborn = new ScriptedSdk();
    stubborn.off = () => stubborn;
    const other = new Bench({}, stubborn);
    other.agent.on('EventRinging', (message) => heard.push(message));
    for (const one of [bench, other]) {
      one.agent.dispose();
      one.customer('EventRinging');
      one.customer('EventReleased');
    }
    expect(heard).toEqual([]);
    expect(other.state().work).toBe('idle');
  });

  test('from within a handler or listener stops the telling at once', () => {
    for (const where of ['handler', 'listener'] as const) {
      const bench = benchAt('idle');
      const heard: string[] = [];
      if (where === 'listener') bench.agent.subscribe(() => bench.agent.dispose());
      bench.agent.subscribe(() => heard.push('listener'));
      bench.agent.on('EventRinging', () => {
        heard.push('first');
        bench.agent.dispose();
      });
      bench.agent.on('EventRinging', () => heard.push('second'));
      bench.agent.on('EventAgentAll', () => heard.push('all'));
      bench.customer('EventRinging');
      expect(heard).toEqual(where === 'listener' ? [] : ['listener', 'first']);
    }
  });

  test('from within the SDK method of a command rejects that command', async () => {
    const bench = benchAt('talking');
    Object.assign(bench.sdk, { holdCall: () => bench.agent.dispose() });
    expect(await errorOf(bench.send('holdCall'))).toMatchObject({ code: 'DISPOSED' });
    expect(bench.clock.running.size).toBe(0);
  });

  test('hears nothing of what the SDK says while its handlers are taken off', async () => {
    const bench = benchAt('talking');
    const endings = watch(bench.send('holdCall'));
    const off = bench.sdk.off.bind(bench.sdk);
    bench.sdk.off = (eventName, handler) => {
      bench.customer('EventAgentHoldCall');
      return off(eventName, handler);
    };
    bench.agent.dispose();
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'DISPOSED' } }]);
    expect(bench.state().work).toBe('talking');
  });

  test('twice is the same as once', () => {
    const { agent, sdk } = benchAt('talking');
    const off = jest.spyOn(sdk, 'off');
    agent.dispose();
    const { length } = off.mock.calls;
    expect(() => agent.dispose()).not.toThrow();
    expect(off).toHaveBeenCalledTimes(length);
  });

  test('comes to its end also with an SDK whose off throws', async () => {
    const bench = benchAt('talking');
    bench.sdk.off = () => {
      throw new Error('off');
    };
    const endings = watch(bench.send('holdCall'));
    try {
      bench.agent.dispose();
    } catch {
      // Whether it is passed on is not the point.
    }
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'DISPOSED' } }]);
    expect(bench.clock.running.size).toBe(0);
    expect(bench.agent.actor.getSnapshot().status).toBe('stopped');
  });
});

describe('after dispose', () => {
  test.each(COMMANDS)('%s is refused as DISPOSED and not sent', async (command) => {
    const bench = benchAt('talking');
    const { sentCount } = bench;
    bench.agent.dispose();
    expect(bench.agent.can(command)).toBe(false);
    expect(bench.agent.whyNot(command)).toMatchObject({ code: 'DISPOSED', command });
    expect(await errorOf(bench.send(command))).toMatchObject({ name: 'CommandError', code: 'DISPOSED', command });
    expect(bench.sentCount).toBe(sentCount);
  });

  test('on and off still chain, the state is still there, subscribing leads to nothing', () => {
    const { agent } = benchAt('talking');
    agent.dispose();
    expect(agent.on('EventRinging', () => {}).off('EventRinging')).toBe(agent);
    expect([agent.can('on'), agent.can('off')]).toEqual([true, true]);
    expect(agent.getSnapshot()).toBe(agent.getSnapshot());
    expect(agent.getSnapshot().work).toBe('talking');
    expect(() => agent.subscribe(() => {})()).not.toThrow();
  });

  test('nothing but on and off is allowed, and nothing is pending', () => {
    const bench = benchAt('talking');
    for (const command of ['holdCall', 'queryStates'] as const) bench.leave(command);
    bench.agent.dispose();
    expect(bench.state().allowed).toEqual(['on', 'off']);
    expect(bench.state().pending).toEqual([]);
  });

  test('answers that come late change nothing and throw nothing', async () => {
    const bench = benchAt('idle');
    const endings = watch(bench.send('notReady'));
    bench.agent.dispose();
    const state = bench.state();
    bench.sdk.succeed('notReady');
    bench.clock.increment(600_000);
    await turns();
    expect(endings).toHaveLength(1);
    expect(bench.state()).toBe(state);
  });
});
