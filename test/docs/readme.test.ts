import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { blockOf, withBlock } from './block.js';
import { commandTable } from './command-table.js';
import { leavesOf, optionsOf, type Declared } from './declared.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(head: string, rows: readonly Declared[]): string {
  return [`| ${head} | meaning |`, '| --- | --- |', ...rows.map(({ name, meaning }) => `| \`${name}\` | ${cell(meaning)} |`)].join('\n');
}

const ERROR_CODES = 'src/errors/error-code.ts';

/** A code may stand in both types: it is told once. */
const codes = (): readonly Declared[] =>
  [...optionsOf(ERROR_CODES, 'RefusalCode'), ...optionsOf(ERROR_CODES, 'FailureCode')].filter(
    ({ name }, index, all) => all.findIndex((one) => one.name === name) === index,
  );

const BLOCKS: Readonly<Record<string, () => string>> = {
  commands: commandTable,
  codes: () => table('code', codes()),
  options: () => table('option', leavesOf('src/agent/options.ts', 'AgentOptions')),
};

// UPDATE_DOCS=1 writes the tables anew.
test.each(Object.entries(BLOCKS))('the table of %s in docs/commands.md is what the declarations say', (name, content) => {
  const page = read('docs/commands.md');
  const current = withBlock(page, name, content());
  expect(page).toMatch(blockOf(name));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(new URL('../../docs/commands.md', import.meta.url), current);
  else expect(page).toBe(current);
});

test('each error code and each option says what it means', () => {
  const all = [...codes(), ...leavesOf('src/agent/options.ts', 'AgentOptions')];
  expect(all.filter(({ meaning }) => meaning === '').map(({ name }) => name)).toEqual([]);
  expect(all.length).toBeGreaterThan(15);
});

describe('the README', () => {
  test('names every entry of the package, and no other', () => {
    const { name, exports } = JSON.parse(read('package.json')) as { name: string; exports: Record<string, unknown> };
    const entries = Object.keys(exports)
      .filter((path) => path !== './package.json')
      .map((path) => path.replace('.', name));
    const [, section = ''] = /\n## Entries\n([^]*?)\n## /.exec(read('README.md')) ?? [];
    const named = [...section.matchAll(/`(switchhook[\w/]*)`/g)].map(([, entry]) => entry);
    expect(named.sort()).toEqual(entries.sort());
  });

  test('has two lines that do all the set-up', () => {
    expect(read('README.md')).toContain('```sh\nnpm ci && npm start\nnpm ci && npm test\n```');
  });

  test.each([
    'README.md',
    'CONTRIBUTING.md',
    'docs/using.md',
    'docs/commands.md',
    'docs/testing-your-toolbar.md',
    'docs/examples/README.md',
  ])('and the pages that it leads to have no dead links: %s', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !existsSync(new URL(link, new URL(`../../${page}`, import.meta.url))))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });
});
