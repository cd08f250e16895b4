import { describe, expect, test } from '@jest/globals';
import { SimulatedTime } from '../../demo/terminal/stage/simulated-time.js';

const START = Date.UTC(2026, 2, 2, 9);

/** How long it takes in real time, in ms. */
async function lasts(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

describe('the time of the day', () => {
  test('passes without waiting, unless it has a pace', async () => {
    const time = new SimulatedTime(START, null);
    expect(await lasts(() => time.pass(3_600_000))).toBeLessThan(2000);
    expect(time.now()).toBe(START + 3_600_000);
  });

  test('passes as many times as fast as real time as the pace says', async () => {
    const time = new SimulatedTime(START, 10);
    // Node's timers may fire a little early.
    expect(await lasts(() => time.pass(1000))).toBeGreaterThan(90);
    expect(time.now()).toBe(START + 1000);
  });

  test('stops as soon as what is waited for is so', async () => {
    const time = new SimulatedTime(START, null);
    let isSo = false;
    time.clock.setTimeout(() => (isSo = true), 2000);
    expect(await time.until(() => isSo, 60_000)).toBe(true);
    expect(time.now()).toBe(START + 2000);
  });

  test('or when patience is at an end', async () => {
    const time = new SimulatedTime(START, null);
    expect(await time.until(() => false, 5000)).toBe(false);
    expect(time.now()).toBe(START + 5000);
  });
});
