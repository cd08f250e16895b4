// The remains of a PBX that does not start, or whose starter ends; the scripts only play one.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { startPbx } from '../../adapters/asterisk/pbx/start-pbx.js';
import { waitUntil } from './stage/wait.js';

const MODULE = fileURLToPath(new URL('../../adapters/asterisk/pbx/start-pbx.ts', import.meta.url));
/** Where directories for a PBX are made. */
const usual = process.env['TMPDIR'];

let scripts: string;
let temporary: string;

beforeEach(async () => {
  scripts = await mkdtemp(join(tmpdir(), 'switchhook-scripts-'));
  temporary = join(scripts, 'temporary');
  await mkdir(temporary);
  await writeFile(join(scripts, 'install.sh'), 'exit 0');
  process.env['TMPDIR'] = temporary;
});
afterEach(async () => {
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  await rm(scripts, { recursive: true, force: true });
});

test.each([
  ['ends', 'exit 1'],
  ['is killed', 'kill -9 $$'],
])(
  'a PBX that %s while it starts is given up at once, and leaves no directory',
  async (_how, script) => {
    await writeFile(join(scripts, 'start.sh'), script);
    const before = performance.now();
    await expect(startPbx({ scripts })).rejects.toThrow('Asterisk does not start');
    expect(performance.now() - before).toBeLessThan(5000);
    expect(await readdir(temporary)).toEqual([]);
  },
  30_000,
);

/** Runs a process that starts a PBX and ends a second later, by an error that nobody catches. */
async function startAndFail(): Promise<void> {
  const target = join(scripts, 'starter.cjs');
  const contents = `
    import { startPbx } from ${JSON.stringify(MODULE)};
    void startPbx({ scripts: ${JSON.stringify(scripts)} });
    setTimeout(() => { throw new Error('enough'); }, 1000);`;
  const stdin = { contents, resolveDir: '/', loader: 'ts' } as const;
  await build({ stdin, outfile: target, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent' });
  const env = { ...process.env, NODE_OPTIONS: '' };
  await new Promise<void>((resolve) => execFile(process.execPath, [target], { env }, () => resolve()));
}

test('a PBX does not outlive the process that has started it', async () => {
  const note = join(scripts, 'pid');
  await writeFile(join(scripts, 'start.sh'), `echo $$ > '${note}'; exec sleep 1000`);
  await startAndFail();
  const pid = (await readFile(note, 'utf8')).trim();
  // A killed process that nobody has taken note of has no command line any more.
  const isOver = async (): Promise<boolean> => (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) === '';
  await waitUntil('the PBX is gone', isOver, 5000);
}, 30_000);
