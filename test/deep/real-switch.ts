import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs as a bundle in `.tmp/`.
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** Counts from jest's report of a run. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** The tests on the real switch, in a jest of their own: they wait more than they compute, and need Node's own sockets. */
export const REAL_SWITCH = { name: 'the real switch', files: ['test/asterisk/real/'] } as const;

/** How they have ended; a jest that ends without a result counts as a failure. */
export async function runRealSwitch(): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'switchhook-deep-'));
  const file = join(directory, 'results.json');
  try {
    const options = ['--reporters', 'default', '--json', '--outputFile', file, '--', ...REAL_SWITCH.files];
    // Its stdout is the JSON once more.
    const jest = spawn(process.execPath, [...JEST, ...options], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      jest.once('exit', resolve);
      jest.once('error', reject);
    });
    const results = JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as Results | null;
    if (results === null) return { passed: 0, failed: 1, skipped: 0 };
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // In CI nothing is left out.
    const isSkippingWrong = process.env['CI'] === 'true' && results.numPendingTests > 0;
    return {
      passed: results.numPassedTests,
      failed: Math.max(failed, exitCode === 0 && !isSkippingWrong ? 0 : 1),
      skipped: results.numPendingTests,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
