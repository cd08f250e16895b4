import { describe, expect, test } from '@jest/globals';
import { RealTime } from '../../demo/terminal/stage/real-time.js';

async function lasts(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

describe('the time of a day on a real switch', () => {
  test('cuts short what people take their time for', async () => {
    const time = new RealTime(new AbortController().signal);
    expect(await lasts(() => time.pass(1000))).toBeGreaterThan(90);
    expect(await lasts(() => time.pass(3_600_000))).toBeLessThan(2000);
    expect(await lasts(() => time.comeTo('17:58'))).toBeLessThan(2000);
  });

  test('looks again and again whether it is so, and whether something has happened', async () => {
    const time = new RealTime(new AbortController().signal);
    let steps = 0;
    time.onStep = () => (steps += 1);
    expect(await time.until(() => steps === 5)).toBe(true);
    expect(await time.until(() => false, 30)).toBe(false);
    expect(steps).toBeGreaterThan(5);
  });

  test('ends with the reason of an interruption', async () => {
    const interruption = new AbortController();
    const time = new RealTime(interruption.signal);
    setTimeout(() => interruption.abort(new Error('enough')), 20);
    await expect(time.until(() => false)).rejects.toThrow('enough');
  });
});
