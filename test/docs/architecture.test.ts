import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PLACES, pictureOfPlaces } from './architecture/picture-of-places.js';
import { tracedRun, type Stop } from './architecture/traced-run.js';
import { blockOf, withBlock } from './block.js';

const PAGE = new URL('../../docs/architecture.md', import.meta.url);
const PICTURE = new URL('../../docs/architecture.svg', import.meta.url);
const isUpdating = process.env['UPDATE_DOCS'] === '1';

function listOf(stops: readonly Stop[]): string {
  const lines = stops.map(
    ({ file, functions }, index) => `${index + 1}. \`${file}\`: ${functions.map((name) => `\`${name}\``).join(', ')}`,
  );
  return [`${stops.length} files:`, '', ...lines].join('\n');
}

// UPDATE_DOCS=1 writes them anew.
test('the ways of an event and of a command are those that they go', async () => {
  const { event, command } = await tracedRun();
  const page = readFileSync(PAGE, 'utf8');
  const current = withBlock(withBlock(page, 'event', listOf(event)), 'command', listOf(command));
  for (const name of ['event', 'command']) expect(page).toMatch(blockOf(name));
  if (isUpdating) writeFileSync(PAGE, current);
  else expect(page).toBe(current);
}, 30_000);

test('the picture shows what is imported', () => {
  const current = pictureOfPlaces();
  if (isUpdating) writeFileSync(PICTURE, current);
  else expect(readFileSync(PICTURE, 'utf8')).toBe(current);
});

test('the page tells of each place', () => {
  const [, table = ''] = readFileSync(PAGE, 'utf8').split('## The places');
  const told = [...(table.split('## ')[0] ?? '').matchAll(/`((?:machines|src|adapters)[\w/-]*)`/g)].map(([, name]) => name ?? '');
  expect(new Set(told)).toEqual(new Set(PLACES.keys()));
});
