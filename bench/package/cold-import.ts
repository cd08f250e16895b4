import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from '../frame/median.js';

export interface ColdImport {
  /** Fresh processes per side. */
  readonly runs: number;
  /** Median ms that a fresh process needs for `import 'switchhook/sobot'`, Node's own start left out. */
  readonly entry: number;
  /** The same for xstate and valibot alone, which the entry imports too. */
  readonly libraries: number;
  /** How many times the libraries' time the entry takes. */
  readonly ratio: number;
}

export interface ColdImportOptions {
  /** A folder in which `switchhook/sobot`, `xstate` and `valibot` resolve. Default: the working directory. */
  readonly at?: string;
  /** Default: 11. */
  readonly runs?: number;
}

const run = promisify(execFile);

/** Milliseconds from the first import to the last module evaluated, in a process that has loaded nothing yet. */
async function timeOf(specifiers: readonly string[], cwd: string): Promise<number> {
  const imports = specifiers.map((specifier) => `import(${JSON.stringify(specifier)})`).join();
  const script = `const start = performance.now(); await Promise.all([${imports}]); console.log(performance.now() - start);`;
  // Nothing that this process was started with, nor a cache of compiled code, may reach the other.
  const env = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: undefined };
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd, env });
  return Number(stdout);
}

/** The two sides take turns, so that a machine that slows down slows both. */
export async function coldImport({ at = process.cwd(), runs = 11 }: ColdImportOptions = {}): Promise<ColdImport> {
  const entryTimes: number[] = [];
  const libraryTimes: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    libraryTimes.push(await timeOf(['xstate', 'valibot'], at));
    entryTimes.push(await timeOf(['switchhook/sobot'], at));
  }
  const [entry, libraries] = [median(entryTimes), median(libraryTimes)];
  return { runs, entry, libraries, ratio: entry / libraries };
}
