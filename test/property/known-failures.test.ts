import { describe, expect, test } from '@jest/globals';
import { readReplay } from '../../adapters/testing/check/replay.js';
import { DAYS } from '../field/days/index.js';
import { KNOWN_FAILURES as KNOWN_DAYS } from '../field/known-failures.js';
import { KNOWN_FAILURES } from './known-failures.js';

describe('the random sequences that are known to fail', () => {
  test('are listed in order, each once', () => {
    const places = KNOWN_FAILURES.map(({ seed, sequence }) => seed * 1000 + sequence);
    expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  });

  test("are of CI's, and each comes to a day that is written down", () => {
    for (const { seed, sequence, replay, scene } of KNOWN_FAILURES) {
      expect(readReplay(replay)).toEqual({
        seed,
        maxSteps: 60,
        hasFaults: true,
        regainShare: 52,
        replay: { path: String(sequence), replayPath: ':' },
      });
      expect(seed).toBeGreaterThanOrEqual(1);
      expect(seed).toBeLessThanOrEqual(20);
      expect(sequence).toBeLessThan(1000);
      if (scene !== undefined) expect(DAYS).toHaveProperty(scene);
    }
  });

  test('come to a day that fails if the page is wrong, and passes if the model is', () => {
    for (const { scene, fault } of KNOWN_FAILURES) {
      expect(scene === undefined).toBe(fault === 'unknown');
      if (scene !== undefined) expect(scene in KNOWN_DAYS).toBe(fault === 'page');
    }
  });
});
