import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['machines', 'src', 'adapters', 'docs/examples', 'package.json', 'tsconfig.json', 'tsdown.config.ts'];

/** The examples beside the package, built, and themselves built as their README says. */
export interface BuiltExamples {
  /** Laid out as the repository is: the package in `dist`, the examples in `docs/examples`. */
  readonly folder: string;
  /** The pages that Vite has built. */
  readonly pages: string;
  /** Runs Node in the folder; rejects if it fails. */
  node(...args: readonly string[]): Promise<void>;
  remove(): Promise<void>;
}

/** Builds in a copy: another test may be building in the repository itself. */
export async function buildExamples(): Promise<BuiltExamples> {
  const folder = await mkdtemp(join(tmpdir(), 'switchhook-examples-'));
  for (const name of SOURCES) await cp(join(repository, name), join(folder, name), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // None of the variables by which jest and its flags reach programs of their own.
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: undefined, JEST_WORKER_ID: undefined };
  const run = async (file: string, args: readonly string[]) => {
    await promisify(execFile)(file, args, { cwd: folder, env });
  };
  const tool = (name: string, ...args: readonly string[]) => run(join(repository, 'node_modules/.bin', name), args);
  await tool('tsdown', '--no-dts');
  await tool('vite', 'build', 'docs/examples', '--outDir', join(folder, 'pages'));
  return {
    folder,
    pages: join(folder, 'pages'),
    node: (...args) => run(process.execPath, args),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
