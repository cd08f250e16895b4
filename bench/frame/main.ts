import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError, wishOf, type Wish } from './arguments.js';
import { SLACK } from './check.js';
import { documentOf, machineHere } from './document.js';
import { checkHere, compare, measureHere } from './runs.js';
import { changeTable, plain, resultTable, verdictTable } from './table.js';
import { treeHere, treeOf } from './tree.js';

// This file runs as a bundle in `.tmp/`.
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DOCUMENT = join(ROOT, 'docs', 'performance.md');

async function measureAll(wish: Wish): Promise<void> {
  const results = await measureHere(ROOT, wish);
  console.log(plain(resultTable(results)));
  if (wish.isWritten) writeFileSync(DOCUMENT, documentOf(results, machineHere()));
}

async function checkRatios(wish: Wish): Promise<void> {
  const verdicts = await checkHere(ROOT, wish);
  console.log(plain(verdictTable(verdicts, SLACK)));
  if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function measureAgainst(commit: string, wish: Wish): Promise<void> {
  const older = treeOf(ROOT, commit);
  try {
    const newer = treeHere(ROOT);
    console.log(plain(changeTable(older.name, newer.name, await compare(ROOT, older, newer, wish))));
  } finally {
    older.close();
  }
}

try {
  const wish = wishOf(process.argv.slice(2));
  if (wish.mode === 'check') await checkRatios(wish);
  else if (wish.commit !== null) await measureAgainst(wish.commit, wish);
  else await measureAll(wish);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
