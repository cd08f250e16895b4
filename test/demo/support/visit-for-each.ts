import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { Visit } from './browser-desk.js';

/** One visit for all tests of a file, each on a floor on which nothing has happened; no page may complain. */
export function visitForEach(): () => Visit {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.begin();
  }, 120_000);
  beforeEach(() => visit.serves());
  afterEach(async () => {
    expect(await visit.closes()).toEqual([]);
  });
  afterAll(() => visit.end());
  return () => visit;
}
