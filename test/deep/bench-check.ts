import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// This file runs as a bundle in `.tmp/`.
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The ratios of the bench that have a goal, a quarter of slack: `npm run bench -- --check`. */
export const BENCH_CHECK = { name: 'the ratios of the bench' } as const;

/** Whether they are kept. The bench prints each. */
export async function checkBench(): Promise<boolean> {
  const bench = spawn(process.execPath, ['bench/bench.mjs', '--check'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    bench.once('exit', resolve);
    bench.once('error', reject);
  });
  return exitCode === 0;
}
