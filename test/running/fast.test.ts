import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface SlowTests {
  readonly SLOW: readonly string[];
}

const PATH = '../support/slow-tests.mjs';
const { SLOW } = (await import(PATH)) as SlowTests;
const ROOT = new URL('../../', import.meta.url);

describe('npm run test:fast', () => {
  // A folder that was renamed would be fast all of a sudden.
  test.each(SLOW)('leaves out %s, which is there', (path) => {
    expect(existsSync(new URL(path, ROOT))).toBe(true);
  });
});
