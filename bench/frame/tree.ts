import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './arguments.js';

/** A directory with sources and node_modules, as a clone of the repository has them. */
export interface Tree {
  readonly directory: string;
  /** How it is called in tables. */
  readonly name: string;
  close(): void;
}

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The tree that the command was started in, changes that are not committed included. */
export function treeHere(root: string): Tree {
  const isChanged = git(root, 'status', '--porcelain') !== '';
  const name = `${git(root, 'rev-parse', '--short', 'HEAD')}${isChanged ? ' and changes' : ''}`;
  return { directory: root, name, close: () => undefined };
}

function commitOf(root: string, given: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', `${given}^{commit}`);
  } catch {
    throw new UsageError(`--against: there is no commit ${given} in this clone (a shallow clone has few).`);
  }
}

function addModules(root: string, directory: string): void {
  const lock = (where: string): string => readFileSync(join(where, 'package-lock.json'), 'utf8');
  if (existsSync(join(root, 'node_modules')) && lock(root) === lock(directory)) {
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'), 'dir');
  } else {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/** Checks a commit out beside this one. @throws UsageError if there is no such commit. */
export function treeOf(root: string, given: string): Tree {
  const commit = commitOf(root, given);
  const name = git(root, 'rev-parse', '--short', commit);
  const directory = join(root, '.tmp', `bench-${name}-${process.pid}`);
  const remove = (): void => {
    rmSync(directory, { recursive: true, force: true });
    git(root, 'worktree', 'prune');
  };
  const stop = (): void => {
    remove();
    process.exit(1);
  };
  git(root, 'worktree', 'add', '--detach', directory, commit);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    addModules(root, directory);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    directory,
    name,
    close: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      remove();
    },
  };
}
