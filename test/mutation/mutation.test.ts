import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentOf, scoreOf, sum, unreviewed, type Excuse, type MutationResult } from './document.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const RESULT = JSON.parse(read('../../docs/mutation.json')) as MutationResult;
const EXCUSES = JSON.parse(read('excuses.json')) as readonly Excuse[];
const DOCUMENT = new URL('../../docs/mutation.md', import.meta.url);

/** In percent. */
const LEAST = 90;

test('of the mutants of the last run, nine of ten were caught', () => {
  expect(scoreOf(sum(Object.values(RESULT.folders)))).toBeGreaterThanOrEqual(LEAST);
});

test('every mutant that was not caught has a reason, and no other has one', () => {
  expect(unreviewed(RESULT, EXCUSES)).toEqual({ withoutReason: [], outdated: [] });
});

test('a survivor without a reason, and a reason without a survivor, are found', () => {
  const [first, ...rest] = RESULT.survivors;
  const less = unreviewed({ ...RESULT, survivors: rest.filter(({ original }) => original !== first?.original) }, EXCUSES);
  expect(less.outdated.length).toBeGreaterThan(0);
  const more = unreviewed({ ...RESULT, survivors: [{ ...RESULT.survivors[0]!, original: 'another' }] }, EXCUSES);
  expect(more.withoutReason).toHaveLength(1);
});

// UPDATE_DOCS=1 writes it anew.
test('the document tells the last result', () => {
  const current = documentOf(RESULT, EXCUSES);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, current);
  else expect(readFileSync(DOCUMENT, 'utf8')).toBe(current);
});
