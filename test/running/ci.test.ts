import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const CI = fileURLToPath(new URL('../../.ci/run', import.meta.url));

/** The output and exit code of a run of tests. */
interface Told {
  readonly output: string;
  readonly exitCode: number;
}

const GOOD: Told = { output: 'the tests\n10 passed, 0 failed\n', exitCode: 0 };

describe('.ci/run', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'switchhook-ci-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** Runs it with an npm that does nothing but end so. */
  async function run(test: Told, deep: Told): Promise<{ readonly lines: readonly string[]; readonly exitCode: number }> {
    const script = `#!/bin/sh
case "$*" in
  *test:deep*) printf '${deep.output.replaceAll('\n', '\\n')}'; exit ${deep.exitCode};;
  *test*) printf '${test.output.replaceAll('\n', '\\n')}'; exit ${test.exitCode};;
esac
`;
    await writeFile(join(directory, 'npm'), script);
    await chmod(join(directory, 'npm'), 0o755);
    return new Promise((resolve) => {
      const env = { ...process.env, PATH: `${directory}:${process.env['PATH'] ?? ''}` };
      const child = execFile('bash', [CI], { env }, (_error, stdout) => {
        resolve({ lines: stdout.trimEnd().split('\n'), exitCode: child.exitCode ?? -1 });
      });
    });
  }

  test('counts the tests and the deep run, and shows what both write', async () => {
    const { lines, exitCode } = await run(GOOD, { output: 'the deep run\n5 passed, 0 failed\n', exitCode: 0 });
    expect(lines).toEqual(['the tests', '10 passed, 0 failed', 'the deep run', '5 passed, 0 failed', '15 passed, 0 failed']);
    expect(exitCode).toBe(0);
  });

  test.each<[string, Told, Told, string]>([
    ['a test fails', { output: '9 passed, 1 failed\n', exitCode: 1 }, GOOD, '19 passed, 1 failed'],
    ['something in the deep run fails', GOOD, { output: '4 passed, 2 failed\n', exitCode: 1 }, '14 passed, 2 failed'],
    ['both fail', { output: '9 passed, 1 failed\n', exitCode: 1 }, { output: '4 passed, 2 failed\n', exitCode: 1 }, '13 passed, 3 failed'],
    ['the tests die without a line', { output: 'at work', exitCode: 137 }, GOOD, '10 passed, 1 failed'],
    ['the deep run dies without a line', GOOD, { output: '', exitCode: 0 }, '10 passed, 1 failed'],
    ['the deep run dies after a line', GOOD, { output: '5 passed, 0 failed\nkilled\n', exitCode: 137 }, '10 passed, 1 failed'],
    ['one ends badly, though nothing has failed', GOOD, { output: '5 passed, 0 failed\n', exitCode: 1 }, '15 passed, 1 failed'],
    ['something is left out', GOOD, { output: '5 passed, 0 failed, 3 skipped\n', exitCode: 0 }, '15 passed, 0 failed, 3 skipped'],
  ])('fails when %s', async (_what, tests, deep, last) => {
    const { lines, exitCode } = await run(tests, deep);
    expect(lines.at(-1)).toBe(last);
    expect(exitCode).toBe(1);
  });
});
