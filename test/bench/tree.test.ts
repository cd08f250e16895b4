import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { UsageError } from '../../bench/frame/arguments.js';
import { Subject } from '../../bench/frame/subject.js';
import { treeHere, treeOf } from '../../bench/frame/tree.js';
import { construction } from '../../bench/measurements/construction.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const worktrees = (): string => execFileSync('git', ['worktree', 'list'], { cwd: ROOT, encoding: 'utf8' });

test('a commit that is not there is refused, and leaves nothing behind', () => {
  const before = worktrees();
  expect(() => treeOf(ROOT, 'no-such-commit')).toThrow(UsageError);
  expect(() => treeOf(ROOT, 'no-such-commit')).toThrow(/there is no commit no-such-commit/);
  expect(worktrees()).toBe(before);
});

test('a commit is checked out beside this tree, measured with its own sources, and gone afterwards', async () => {
  const before = worktrees();
  const tree = treeOf(ROOT, 'HEAD');
  try {
    expect(tree.directory).not.toBe(ROOT);
    expect(existsSync(join(tree.directory, 'node_modules', 'xstate', 'package.json'))).toBe(true);
    const subject = await Subject.of(ROOT, tree);
    const figures = await subject.measure(construction, 1);
    expect(figures.filter(({ value }) => !(value! > 0))).toEqual([]);
    expect(subject.sources.filter((source) => !source.startsWith(tree.directory))).toEqual([]);
    expect(subject.sources).toContain(join(tree.directory, 'machines', 'agent-machine.ts'));
  } finally {
    tree.close();
  }
  expect(existsSync(tree.directory)).toBe(false);
  expect(existsSync(join(ROOT, 'node_modules', 'xstate', 'package.json'))).toBe(true);
  expect(worktrees()).toBe(before);
}, 60_000);

test('what cannot be measured is told with its name', async () => {
  const subject = await Subject.of(ROOT, treeHere(ROOT));
  await expect(subject.measure({ ...construction, name: 'nothing of the kind' }, 1)).rejects.toThrow(
    /"nothing of the kind" could not be measured/,
  );
  subject.close();
}, 60_000);
