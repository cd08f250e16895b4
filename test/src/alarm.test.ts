import { describe, expect, test } from '@jest/globals';
import { Alarm } from '../../src/agent/alarm.js';
import { CountingClock } from '../support/bench/index.js';

function alarmAt(now: number) {
  const clock = new CountingClock();
  clock.set(now);
  const rung: number[] = [];
  const delays: number[] = [];
  const watched = {
    now: () => clock.now(),
    setTimeout: (run: () => void, ms: number) => {
      delays.push(ms);
      return clock.setTimeout(run, ms);
    },
    clearTimeout: (id: unknown) => clock.clearTimeout(id as number),
  };
  return { clock, rung, delays, alarm: new Alarm(watched, () => rung.push(clock.now())) };
}

describe('an alarm', () => {
  test('rings at its time, once', () => {
    const { clock, rung, alarm } = alarmAt(100);
    alarm.arm(150);
    clock.increment(49);
    expect(rung).toEqual([]);
    clock.increment(1);
    clock.increment(100);
    expect(rung).toEqual([150]);
    expect(clock.running.size).toBe(0);
  });

  test('armed for a time that is past rings at once', () => {
    const { delays, alarm } = alarmAt(100);
    alarm.arm(50);
    expect(delays).toEqual([0]);
  });

  test('armed anew rings at the new time only', () => {
    const { clock, rung, alarm } = alarmAt(100);
    alarm.arm(150);
    alarm.arm(120);
    expect(clock.running.size).toBe(1);
    clock.increment(20);
    clock.increment(80);
    expect(rung).toEqual([120]);
  });

  test('armed for the same time keeps its timer', () => {
    const { delays, alarm } = alarmAt(100);
    alarm.arm(150);
    alarm.arm(150);
    expect(delays).toEqual([50]);
  });

  test('disarmed does not ring, and leaves no timer', () => {
    const { clock, rung, alarm } = alarmAt(100);
    alarm.arm(150);
    alarm.arm(null);
    expect(clock.running.size).toBe(0);
    clock.increment(100);
    expect(rung).toEqual([]);
  });

  test('can be armed for the time that it has rung at', () => {
    const { clock, rung, alarm } = alarmAt(100);
    alarm.arm(150);
    clock.increment(50);
    alarm.arm(150);
    clock.increment(1);
    expect(rung).toHaveLength(2);
  });

  test('waits in steps for what is farther away than timers reach', () => {
    const { clock, rung, delays, alarm } = alarmAt(0);
    alarm.arm(3_000_000_000);
    expect(delays).toEqual([2_147_483_647]);
    clock.increment(2_147_483_647);
    expect(rung).toEqual([]);
    expect(delays).toEqual([2_147_483_647, 852_516_353]);
    clock.increment(852_516_353);
    expect(rung).toEqual([3_000_000_000]);
  });

  test('whose timer comes too early waits on', () => {
    let now = 100;
    let rung = 0;
    const timers: (readonly [() => void, number])[] = [];
    const alarm = new Alarm(
      { now: () => now, setTimeout: (run, ms) => timers.push([run, ms]), clearTimeout: () => undefined },
      () => (rung += 1),
    );
    alarm.arm(150);
    now = 149;
    timers[0]![0]();
    expect([rung, timers[1]?.[1]]).toEqual([0, 1]);
    now = 150;
    timers[1]![0]();
    expect([rung, timers.length]).toEqual([1, 2]);
  });

  test('does not disarm a timer that has run already', () => {
    const { clock, alarm } = alarmAt(100);
    const cleared: unknown[] = [];
    const clear = clock.clearTimeout.bind(clock);
    clock.clearTimeout = (id) => {
      cleared.push(id);
      clear(id);
    };
    alarm.arm(150);
    clock.increment(50);
    alarm.arm(null);
    alarm.arm(200);
    alarm.arm(null);
    expect(cleared).toHaveLength(1);
  });
});
