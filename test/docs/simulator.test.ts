import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { simulatorPage, withoutMeaning } from './simulator-page.js';

const PAGE = new URL('../../docs/simulator.md', import.meta.url);

// UPDATE_DOCS=1 writes the page anew.
test('the page about the simulated call centre is what its declarations say', () => {
  const current = simulatorPage();
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, current);
  else expect(readFileSync(PAGE, 'utf8')).toBe(current);
});

test('every option, behaviour, fault and action says what it means', () => {
  expect(withoutMeaning()).toEqual([]);
});
