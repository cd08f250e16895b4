import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentOf, meaningOf } from '../../bench/frame/document.js';
import { MEASUREMENTS } from '../../bench/measurements/index.js';

const DOCUMENT = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');

// `npm run bench -- --write` writes it anew.
test('the document says what each measurement means, as the bench has it', () => {
  const lines = DOCUMENT.split('\n').filter((line) => line.startsWith('- **'));
  expect(lines).toEqual(MEASUREMENTS.map(meaningOf));
});

test('the document has a figure in every row of its table', () => {
  const rows = DOCUMENT.split('\n').filter((line) => line.startsWith('| ') && !/^\|\s+\||^\| ---/.test(line));
  expect(rows.length).toBeGreaterThanOrEqual(MEASUREMENTS.length);
  expect(rows.filter((row) => !/^\| [^|]+ \| \d+(\.\d+)? (×|µs|ms|kB|files|steps\/s) \|/.test(row))).toEqual([]);
});

test('the document names the command, the cores and the version of Node', () => {
  const text = documentOf([], { cores: 2, processor: 'a processor', node: 'v20.1.0' });
  expect(text).toContain('Written by `npm run bench -- --write`');
  expect(text).toContain('2 cores (a processor) with Node.js v20.1.0');
});
