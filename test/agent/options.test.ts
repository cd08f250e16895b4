import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, ScriptedSdk, turns, watch } from '../support/bench/index.js';

describe('options that are wrong', () => {
  test.each([
    [{ clock: {} }, /clock.*now, setTimeout and clearTimeout/],
    [{ clock: { now: () => 0 } }, /clock/],
    [{ timeouts: 5 }, /timeouts/],
    [{ timeouts: { holdCall: 0 } }, /holdCall.*above 0/],
    [{ timeouts: { holdCall: -1 } }, /holdCall.*above 0/],
    [{ timeouts: { holdCall: '10' } }, /holdCall/],
    [{ timeouts: { default: NaN } }, /default/],
    [{ timeouts: { default: Infinity } }, /default/],
    [{ timeouts: { holdcall: 10 } }, /holdcall.*command/],
    [{ acw: true }, /acw/],
    [{ acw: { enabled: 'no' } }, /enabled.*true or false/],
    [{ acw: { seconds: -1 } }, /seconds/],
    [{ acw: { seconds: '60' } }, /seconds/],
    [{ acw: { length: 60 } }, /length.*enabled, seconds/],
    [{ confirm: { holdCall: 'never' } }, /holdCall.*'event' or 'optimistic'/],
    [{ confirm: { hold: 'event' } }, /hold.*command/],
    [{ storage: {} }, /storage.*getItem/],
    [{ inspect: {} }, /inspect/],
    [{ clok: new SimulatedClock() }, /clok.*clock, timeouts, acw, confirm, storage, inspect/],
    [null, /options/],
    [5, /options/],
  ])('%j: the message says what and what is allowed, and nothing stays on the SDK', (options, message) => {
    const sdk = new ScriptedSdk();
    expect(() => createSobotAgent(sdk, options as never)).toThrow(TypeError);
    expect(() => createSobotAgent(sdk, options as never)).toThrow(message);
    expect(sdk.handlerCount).toBe(0);
  });
});

describe('options that are left out', () => {
  test.each([undefined, {}, { timeouts: {}, acw: {}, confirm: {} }])('%j is the same as none', (options) => {
    const agent = createSobotAgent(new ScriptedSdk(), options);
    expect(agent.getSnapshot().connection).toBe('uninitialized');
    agent.dispose();
  });
});

describe('the option acw', () => {
  const endCall = (bench: Bench) => bench.customer('EventReleased');

  test('by default, after-call work follows an established call and has no known end', () => {
    const bench = benchAt('talking');
    endCall(bench);
    expect(bench.state()).toMatchObject({ work: 'acw', acw: { since: bench.clock.now(), deadline: null } });
    bench.clock.increment(24 * 3_600_000);
    expect(bench.state().work).toBe('acw');
    expect(bench.clock.running.size).toBe(0);
  });

  test('enabled: false: none follows', () => {
    const bench = benchAt('talking', { bench: new Bench({ acw: { enabled: false } }) });
    endCall(bench);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test.each(['dialing', 'ringing'] as const)('a call that was not established has none: %s', (place) => {
    const bench = benchAt(place);
    endCall(bench);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test('seconds: it ends by itself, and the login state stays', () => {
    const bench = benchAt('talking', { standing: 'connected, dnd 2', bench: new Bench({ acw: { seconds: 60 } }) });
    endCall(bench);
    expect(bench.state().acw).toEqual({ since: bench.clock.now(), deadline: bench.clock.now() + 60_000 });
    bench.clock.increment(59_999);
    expect(bench.state().work).toBe('acw');
    bench.clock.increment(1);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null, login: 'dnd', call: null });
    expect(bench.state().allowed).toContain('makeCall');
  });

  test('seconds: delayACW moves the deadline, by what the agent asked for or the server says', () => {
    for (const [attributes, seconds] of [
      [{}, 90],
      [{ delayTime: '120' }, 120],
      [{ delayTime: 30 }, 30],
    ] as const) {
      const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
      const { deadline } = bench.state().acw!;
      bench.leave('delayACW', { delayTime: 90 });
      expect(bench.state().acw!.deadline).toBe(deadline);
      bench.sdk.emit('EventDelayCallAfterWork', attributes);
      expect(bench.state().acw!.deadline).toBe(deadline! + seconds * 1_000);
      bench.clock.increment(60_000);
      expect(bench.state().work).toBe('acw');
      bench.clock.increment(seconds * 1_000);
      expect(bench.state().work).toBe('idle');
    }
  });

  test('a command that is in flight when after-call work ends by itself, is over', async () => {
    const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 5 } }) });
    const endings = watch(bench.send('completeACW'));
    bench.clock.increment(5_000);
    await turns();
    expect(endings).toMatchObject([{ error: { code: 'SUPERSEDED', command: 'completeACW' } }]);
  });

  test.each([
    ['is confirmed: it moves', (bench: Bench) => bench.emit('EventDelayCallAfterWork', { delayTime: 60 }), 'acw'],
    ['is refused: it is over', (bench: Bench) => bench.emit('EventError', { errorCode: '330007' }), 'idle'],
  ] as const)('while delayACW is in flight the deadline waits, until that %s', async (_, end, work) => {
    const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 5 } }) });
    const endings = watch(bench.send('delayACW'));
    bench.clock.increment(5_500);
    await turns();
    expect(endings).toEqual([]);
    expect(bench.state().work).toBe('acw');
    end(bench);
    bench.clock.increment(1);
    await turns();
    expect(endings).toHaveLength(1);
    expect(bench.state().work).toBe(work);
  });

  test.each([
    ['EventAgentReady', {}, 'idle'],
    ['EventAgentNotReady', { reasonCode: '2' }, 'idle'],
    ['EventAgentNotReady', { reasonCode: 11 }, 'idle'],
    ['EventAgentNotReady', {}, 'acw'],
    ['EventAgentNotReady', { reasonCode: '0' }, 'acw'],
  ])('after-call work and %s %j: %s', (messageID, attributes, work) => {
    const bench = benchAt('acw');
    bench.sdk.emit(messageID, attributes);
    expect(bench.state().work).toBe(work);
  });

  test('a late release of the call before does not begin it again', () => {
    const bench = benchAt('acw');
    bench.sdk.emit('EventAgentReady');
    bench.sdk.emit('EventReleased', CUSTOMER);
    expect(bench.state().work).toBe('idle');
  });
});
