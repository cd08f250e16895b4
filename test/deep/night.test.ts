import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { limitsOf } from './night.js';

const RUN = fileURLToPath(new URL('run.mjs', import.meta.url));

/** Runs `npm run test:night`; `stopAt`: what it must have written before it gets SIGTERM. */
function night(argv: readonly string[], stopAt?: RegExp): Promise<{ readonly output: string; readonly exitCode: number | null }> {
  const child = spawn(process.execPath, [RUN, '--night', ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let isStopped = false;
  child.stdout.on('data', (text: Buffer) => {
    output += String(text);
    if (isStopped || !stopAt?.test(output)) return;
    // Once: a second signal, while the process ends and listens to none, is its exit code.
    isStopped = true;
    child.kill('SIGTERM');
  });
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ output, exitCode })));
}

describe('random sequences at night', () => {
  test('are as many as were asked for, of seeds that are told', async () => {
    const { output, exitCode } = await night(['--sequences', '3']);
    expect(output).toMatch(/^seed \d+: 3 sequences.*, \d+ steps/m);
    expect(output).toMatch(/\d+ passed, \d+ failed\n$/);
    const [, passed, failed] = /(\d+) passed, (\d+) failed\n$/.exec(output)!;
    expect(Number(passed) + Number(failed)).toBe(3);
    // Seeds are fresh: one of them may find something.
    expect(exitCode).toBe(failed === '0' ? 0 : 1);
  }, 60_000);

  test('end when they have taken long enough', async () => {
    const { output } = await night(['--seconds', '2']);
    expect(output).toMatch(/\d+ passed, \d+ failed\n$/);
  }, 60_000);

  test('end when they are told to', async () => {
    const { output, exitCode } = await night([], /Ctrl-C ends them/);
    expect(output).toMatch(/\d+ passed, \d+ failed\n$/);
    expect(exitCode).toBe(/ 0 failed/.test(output) ? 0 : 1);
  }, 60_000);

  test.each([
    [[], { seconds: Infinity, sequences: Infinity }],
    [['--seconds', '3600'], { seconds: 3600, sequences: Infinity }],
    [['--sequences', '20000', '--seconds', '60'], { seconds: 60, sequences: 20_000 }],
  ])('are limited by %j', (argv, limits) => {
    expect(limitsOf(argv)).toEqual(limits);
  });

  test.each([[['3600']], [['--seconds']], [['--seconds', '-1']], [['--minutes', '5']], [['--sequences', 'all']]])(
    '%j is no limit',
    (argv) => {
      expect(() => limitsOf(argv)).toThrow('usage: npm run test:night');
    },
  );
});
