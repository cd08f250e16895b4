import { describe, expect, test } from '@jest/globals';
import sizes from '../deep/sizes.json' with { type: 'json' };
import { KNOWN_FAILURES } from './known-failures.js';
import { runSeed } from './run-seed.js';
import { wrongInSeed } from './verdict.js';

const SEEDS = Array.from({ length: sizes.seeds }, (_, index) => index + 1);

// The first sequences of each of CI's seeds; `npm run test:deep` goes on with them, until all that can meet has met.
describe('random sequences with faults: pages, call centre and model agree', () => {
  test.each(SEEDS)(
    'seed %i',
    async (seed) => {
      expect(wrongInSeed(await runSeed(seed, sizes.quickSequences), KNOWN_FAILURES)).toEqual([]);
    },
    120_000,
  );
});
