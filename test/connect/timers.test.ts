import { describe, expect, test } from '@jest/globals';
import { connect } from '../../adapters/connect/index.js';
import { Bench, benchAt } from '../support/bench/index.js';

const timersOf = ({ agent, clock }: Bench) => connect(agent.getSnapshot(), { now: clock.now() }).timers;

describe('the timers, in ms', () => {
  test('run from the state, from the answer and from the hold', () => {
    const bench = benchAt('ringing');
    bench.clock.increment(4_000);
    expect(timersOf(bench)).toEqual({ state: 4_000, call: null, hold: null, acw: null, acwRemaining: null });
    bench.customer('EventEstablished');
    bench.clock.increment(10_000);
    expect(timersOf(bench)).toEqual({ state: 10_000, call: 10_000, hold: null, acw: null, acwRemaining: null });
    bench.customer('EventAgentHoldCall');
    bench.clock.increment(2_500);
    expect(timersOf(bench)).toEqual({ state: 2_500, call: 12_500, hold: 2_500, acw: null, acwRemaining: null });
    bench.customer('EventAgentRetrieveCall');
    bench.clock.increment(1);
    expect(timersOf(bench)).toEqual({ state: 1, call: 12_501, hold: null, acw: null, acwRemaining: null });
  });

  test('count after-call work up and, where its length is known, down', () => {
    const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.clock.increment(45_000);
    expect(timersOf(bench)).toEqual({ state: 45_000, call: null, hold: null, acw: 45_000, acwRemaining: 15_000 });
    const endless = benchAt('acw');
    endless.clock.increment(45_000);
    expect(timersOf(endless)).toMatchObject({ acw: 45_000, acwRemaining: null });
  });

  test('are never below 0, though a clock be set back or a deadline be past', () => {
    const state = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) }).state();
    expect(connect(state, { now: state.since - 1 }).timers).toMatchObject({ state: 0, acw: 0, acwRemaining: 60_001 });
    expect(connect(state, { now: state.since + 60_001 }).timers.acwRemaining).toBe(0);
  });

  test('are all unknown where the time is not given', () => {
    expect(connect(benchAt('holding').state()).timers).toEqual({ state: null, call: null, hold: null, acw: null, acwRemaining: null });
  });

  test('take the epoch itself for a time', () => {
    const state = { ...benchAt('idle').state(), since: 0 };
    expect(connect(state, { now: 0 }).timers.state).toBe(0);
  });

  test('do not date a hold that the state does not date: of a consult, and of a conference', () => {
    const conference = benchAt('conferencing');
    conference.customer('EventAgentHoldCall');
    expect(conference.state().onHold).toBe('conference');
    for (const bench of [benchAt('consulting, connected'), conference]) expect(timersOf(bench).hold).toBeNull();
  });
});
