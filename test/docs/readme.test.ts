import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { commandTable } from './command-table.js';

const README = new URL('../../README.md', import.meta.url);
const BLOCK = /(<!-- commands: [^>]*-->\n)[\s\S]*?(\n<!-- end of commands -->)/;

// UPDATE_DOCS=1 writes the table anew.
test("the README's table of commands is what the chart says", () => {
  const readme = readFileSync(README, 'utf8');
  const current = readme.replace(BLOCK, (_, start: string, end: string) => `${start}${commandTable()}${end}`);
  expect(readme).toMatch(BLOCK);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(README, current);
  else expect(readme).toBe(current);
});
