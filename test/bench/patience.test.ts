import { describe, expect, test } from '@jest/globals';
import { atMost, type Figure } from '../../bench/frame/measurement.js';
import { checkPatiently } from '../../bench/frame/patience.js';
import { plain, verdictTable } from '../../bench/frame/table.js';

/** Measures what each round says of two ratios that should be at most 1; no slack. */
function check(...rounds: readonly (readonly [number, number])[]) {
  const left = [...rounds];
  const measure = async (): Promise<readonly Figure[]> => {
    const [one = NaN, other = NaN] = left.shift() ?? [];
    return [
      { what: 'one', value: one, unit: '×', goal: atMost(1) },
      { what: 'other', value: other, unit: '×', goal: atMost(1) },
    ];
  };
  return checkPatiently(measure, 0);
}

describe('a ratio that misses its goal', () => {
  test('is measured again, and has reached it if it reaches it then', async () => {
    const verdicts = await check([3, 0.5], [2, 9], [0.9, 9]);
    expect(verdicts).toMatchObject([
      { name: 'one', ratio: 0.9, ok: true, times: 3 },
      { name: 'other', ratio: 0.5, ok: true, times: 1 },
    ]);
  });

  test('has missed it when it was measured again three times', async () => {
    const verdicts = await check([3, 0.5], [3, 0.5], [3, 0.5], [2, 0.5], [0.5, 0.5]);
    expect(verdicts).toMatchObject([
      { name: 'one', ratio: 2, ok: false, times: 4 },
      { name: 'other', ok: true, times: 1 },
    ]);
  });

  test('is told with how often it was measured', async () => {
    const words = plain(verdictTable(await check([3, 3], [3, 1], [3, 1], [3, 1]), 0)).split('\n');
    expect(words[1]).toMatch(/^one .*MISSED, measured 4 times$/);
    expect(words[2]).toMatch(/^other .*reached, measured 2 times$/);
  });
});

test('what reaches its goal at once is measured once', async () => {
  const verdicts = await check([0.7, 0.8], [9, 9]);
  expect(verdicts).toMatchObject([
    { ratio: 0.7, ok: true, times: 1 },
    { ratio: 0.8, ok: true, times: 1 },
  ]);
  expect(plain(verdictTable(verdicts, 0))).not.toMatch(/measured \d/);
});

test('a measurement that fails is no hiccup', async () => {
  await expect(checkPatiently(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
