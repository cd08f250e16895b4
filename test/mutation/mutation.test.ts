import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentOf, scoreOf, sum, unreviewed, type Excuse, type MutationResult } from './document.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const RESULT = JSON.parse(read('../../docs/mutation.json')) as MutationResult;
const EXCUSES = JSON.parse(read('excuses.json')) as readonly Excuse[];
const DOCUMENT = new URL('../../docs/mutation.md', import.meta.url);

/** In percent. */
const LEAST = 95;

test('of the mutants of the last run, 95 of 100 were caught', () => {
  expect(scoreOf(sum(Object.values(RESULT.folders)))).toBeGreaterThanOrEqual(LEAST);
});

test('no mutant that was caught has a reason why it may stay', () => {
  expect(unreviewed(RESULT, EXCUSES).outdated).toEqual([]);
});

test('a survivor without a reason, and a reason without a survivor, are found', () => {
  const survivor = { file: 'a.ts', line: 1, mutator: 'BooleanLiteral', original: 'true', replacement: 'false' };
  const excuse = { reason: 'Nobody sees it.', survivors: ['a.ts: true → false'] };
  const survivors = [survivor, { ...survivor, line: 2 }];
  expect(unreviewed({ ...RESULT, survivors }, [excuse])).toEqual({ withoutReason: [], outdated: [] });
  expect(unreviewed({ ...RESULT, survivors: [] }, [excuse])).toEqual({ withoutReason: [], outdated: excuse.survivors });
  expect(unreviewed({ ...RESULT, survivors }, [])).toEqual({ withoutReason: excuse.survivors, outdated: [] });
});

// UPDATE_DOCS=1 writes it anew.
test('the document tells the last result', () => {
  const current = documentOf(RESULT, EXCUSES);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, current);
  else expect(readFileSync(DOCUMENT, 'utf8')).toBe(current);
});
