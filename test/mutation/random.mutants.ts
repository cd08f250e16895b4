import { describe, expect, test } from '@jest/globals';
import { failuresOf } from '../field/random-days/verdict.js';
import { runSeed } from '../property/run-seed.js';

/*
 * Days and sequences that nobody has thought of: the last that a mutant has to pass. Few, because each costs as much as ten other tests;
 * `npm test` and `npm run test:deep` have thousands.
 */
const DAYS = Array.from({ length: 4 }, (_, index) => index + 1);
const SEEDS = Array.from({ length: 2 }, (_, index) => index + 1);

describe('a random day of an independent world', () => {
  test.each(DAYS)('%i goes as it should', async (day) => {
    expect(await failuresOf(day, 1)).toEqual([]);
  });
});

describe('random sequences with faults', () => {
  test.each(SEEDS)('of seed %i go as they should', async (seed) => {
    expect((await runSeed(seed, 2)).failures).toEqual([]);
  });
});
