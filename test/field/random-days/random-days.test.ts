import { describe, expect, test } from '@jest/globals';
import { fixedSeeds, seedsOf, type SeedRange } from './seeds.js';
import { failuresOf } from './verdict.js';
import { playDay } from './play-day.js';
import sizes from '../../deep/sizes.json' with { type: 'json' };

const ONE = process.env['RANDOM_DAY'];

const RANGES: readonly SeedRange[] =
  ONE === undefined ? [fixedSeeds(sizes.quickDays), seedsOf(new Date(), sizes.freshDays)] : [{ from: Number(ONE), count: 1 }];

// Seeds that never change find nothing new: some are those of the date. A day that has failed is played again with
// RANDOM_DAY=<seed> npm test -- test/field/random-days
describe('random days of an independent world: at quiet moments the page shows what is so, and every promise is settled', () => {
  test.each(RANGES)(
    '$count days from seed $from on',
    async ({ from, count }) => {
      expect(await failuresOf(from, count)).toEqual([]);
    },
    120_000,
  );
});

describe('a random day', () => {
  test('is the same for the same seed', async () => {
    const [one, other] = [await playDay(4), await playDay(4)];
    expect(one.journal).toBe(other.journal);
  });

  test('is compared, and things happen in it', async () => {
    const { comparisons, happened, endings } = await playDay(2);
    expect(comparisons).toBeGreaterThan(2);
    expect(happened.size).toBeGreaterThan(2);
    expect(endings.size).toBeGreaterThan(2);
  });
});
