import { expect, test } from '@jest/globals';
import { systemClock } from '../../src/agent/clock.js';

test('the clock of the platform tells its time', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('the clock of the platform calls when it is time, and not what was cleared', async () => {
  const called: string[] = [];
  const handle = systemClock.setTimeout(() => called.push('cleared'), 1);
  systemClock.clearTimeout(handle);
  await new Promise<void>((resolve) => {
    systemClock.setTimeout(() => {
      called.push('due');
      resolve();
    }, 20);
  });
  expect(called).toEqual(['due']);
});
