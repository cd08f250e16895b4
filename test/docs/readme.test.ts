import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { blockOf, withBlock } from './block.js';
import { commandTable } from './command-table.js';

const README = new URL('../../README.md', import.meta.url);

// UPDATE_DOCS=1 writes the table anew.
test("the README's table of commands is what the chart says", () => {
  const readme = readFileSync(README, 'utf8');
  const current = withBlock(readme, 'commands', commandTable());
  expect(readme).toMatch(blockOf('commands'));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(README, current);
  else expect(readme).toBe(current);
});
