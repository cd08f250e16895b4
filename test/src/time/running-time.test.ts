import { describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/agent/clock.js';
import { RunningTime } from '../../../src/agent/time/running-time.js';
import { TwoClocks } from './two-clocks.js';

const THREE_HOURS = 10_800_000;

function begun() {
  const clock = new TwoClocks();
  return { clock, time: new RunningTime(clock) };
}

function begunWithoutMonotonic() {
  const clock = new TwoClocks();
  return { clock, time: new RunningTime(clock.withoutMonotonic()) };
}

describe('running time', () => {
  test('begins at 0 and is what monotonic time has passed', () => {
    const { clock, time } = begun();
    expect(time.look()).toBe(0);
    clock.run(1_500);
    expect(time.look()).toBe(1_500);
    clock.run(0.25);
    expect(time.look()).toBe(1_500.25);
  });

  test('counts as sleep, whole, what the wall clock is more than a second ahead between two looks', () => {
    const { clock, time } = begun();
    clock.run(2_000);
    clock.sleep(1_001);
    expect(time.look()).toBe(3_001);
    expect(time.slept).toBe(1_001);
  });

  test('counts as no sleep a wall clock that is a second ahead or less', () => {
    const { clock, time } = begun();
    for (let look = 0; look < 5; look += 1) {
      clock.run(100);
      clock.sleep(1_000);
      time.look();
    }
    expect(time.look()).toBe(500);
    expect(time.slept).toBe(0);
  });

  test('does not count sleep twice where monotonic time runs on in it', () => {
    const { clock, time } = begun();
    clock.ticks += 60_000;
    clock.wall += 60_000;
    expect(time.look()).toBe(60_000);
  });

  test('loses nothing of the sleep that it knows when the wall clock is set back later', () => {
    const { clock, time } = begun();
    clock.sleep(20_000);
    time.look();
    clock.wall -= THREE_HOURS;
    expect(time.look()).toBe(20_000);
    clock.run(10);
    expect(time.look()).toBe(20_010);
  });

  test('is not prolonged by a wall clock that is set back: monotonic time goes on', () => {
    const { clock, time } = begun();
    clock.run(10);
    clock.wall -= THREE_HOURS;
    clock.run(30_000);
    expect(time.look()).toBe(30_010);
  });

  test('sees sleep that comes after the wall clock was set back and looked at', () => {
    const { clock, time } = begun();
    clock.wall -= THREE_HOURS;
    time.look();
    clock.sleep(5_000);
    expect(time.look()).toBe(5_000);
  });

  test('never goes back, whatever either clock says', () => {
    const { clock, time } = begun();
    clock.run(1_000);
    const before = time.look();
    clock.ticks -= 700;
    expect(time.look()).toBe(before);
    clock.ticks -= 700;
    clock.wall -= 5;
    expect(time.look()).toBe(before);
    clock.run(1);
    expect(time.look()).toBe(before + 1);
  });

  test.each([NaN, Infinity, -Infinity])('goes on by one clock while the other says %d', (broken) => {
    const { clock, time } = begun();
    const { wall } = clock;
    clock.run(100);
    clock.wall = broken;
    expect(time.look()).toBe(100);
    clock.run(50);
    expect(time.look()).toBe(150);
    clock.wall = wall + 150;
    clock.run(50);
    expect(time.look()).toBe(200);

    const ticks = clock.ticks;
    clock.ticks = broken;
    clock.wall += 70;
    expect(time.look()).toBe(270);
    clock.wall += 30;
    clock.ticks = ticks + 100;
    expect(time.look()).toBe(300);
    expect(time.slept).toBe(0);
  });

  test('stands still while neither clock says a number, and takes no harm', () => {
    const { clock, time } = begun();
    const { wall, ticks } = clock;
    clock.run(100);
    time.look();
    clock.wall = NaN;
    clock.ticks = NaN;
    expect(time.look()).toBe(100);
    clock.wall = wall + 300;
    clock.ticks = ticks + 300;
    expect(time.look()).toBe(300);
  });

  test('of a clock that says no number at first begins when it does', () => {
    const clock = new TwoClocks();
    const { wall, ticks } = clock;
    clock.wall = NaN;
    clock.ticks = NaN;
    const time = new RunningTime(clock);
    clock.wall = wall;
    clock.ticks = ticks;
    expect(time.look()).toBe(0);
    clock.run(100);
    expect(time.look()).toBe(100);
  });
});

describe('without monotonic time, now() stands in', () => {
  test('and all that it goes ahead counts', () => {
    const { clock, time } = begunWithoutMonotonic();
    clock.run(500);
    expect(time.look()).toBe(500);
    clock.wall += 40_000;
    expect(time.look()).toBe(40_500);
    expect(time.slept).toBe(0);
  });

  test('and a step back counts as nothing', () => {
    const { clock, time } = begunWithoutMonotonic();
    clock.run(500);
    time.look();
    clock.wall -= THREE_HOURS;
    expect(time.look()).toBe(500);
    clock.run(500);
    expect(time.look()).toBe(1_000);
  });

  test('and a now() that says no number changes nothing', () => {
    const { clock, time } = begunWithoutMonotonic();
    const { wall } = clock;
    clock.wall = NaN;
    expect(time.look()).toBe(0);
    clock.wall = wall + 250;
    expect(time.look()).toBe(250);
  });
});

test("the platform's clock has monotonic time, by which it runs", async () => {
  const time = new RunningTime(systemClock);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const passed = time.look();
  expect(passed).toBeGreaterThan(10);
  expect(time.look()).toBeGreaterThanOrEqual(passed);
});
