import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from 'xstate';
import { Computer } from '../../adapters/testing/floor/computer.js';

function working(): { readonly world: SimulatedClock; readonly computer: Computer; readonly rung: number[] } {
  const world = new SimulatedClock();
  world.set(1_000_000);
  return { world, computer: new Computer(world), rung: [] };
}

describe('the computer that a page runs on', () => {
  test('has the time of the world', () => {
    const { world, computer, rung } = working();
    computer.setTimeout(() => rung.push(computer.now()), 500);
    const begun = computer.monotonic();
    world.increment(500);
    expect(computer.now()).toBe(1_000_500);
    expect(computer.monotonic() - begun).toBe(500);
    expect(rung).toEqual([1_000_500]);
  });

  test('has a clock that can be set, which moves no timer', () => {
    const { world, computer, rung } = working();
    const begun = computer.monotonic();
    computer.setTimeout(() => rung.push(computer.now()), 500);
    computer.set(-3_600_000);
    world.increment(499);
    expect(rung).toEqual([]);
    world.increment(1);
    expect(rung).toEqual([1_000_500 - 3_600_000]);
    expect(computer.monotonic() - begun).toBe(500);
    expect(computer.ahead).toBe(-3_600_000);
  });

  test('sleeps: its wall clock goes on, its timers and monotonic time stand still', () => {
    const { world, computer, rung } = working();
    const begun = computer.monotonic();
    computer.setTimeout(() => rung.push(computer.monotonic() - begun), 500);
    world.increment(200);
    computer.sleeps();
    world.increment(10_000);
    expect(rung).toEqual([]);
    expect(computer.monotonic() - begun).toBe(200);
    expect(computer.now()).toBe(1_010_200);
    computer.wakes();
    world.increment(299);
    expect(rung).toEqual([]);
    world.increment(1);
    expect(rung).toEqual([500]);
  });

  test('forgets a timer that is cleared, awake or asleep', () => {
    const { world, computer, rung } = working();
    const [one, other] = [1, 2].map((name) => computer.setTimeout(() => rung.push(name), 500));
    computer.clearTimeout(one!);
    computer.sleeps();
    computer.clearTimeout(other!);
    computer.wakes();
    world.increment(1_000);
    expect(rung).toEqual([]);
  });
});
