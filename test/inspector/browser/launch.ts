import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** Where the browser of npm is unpacked to; another version of it must not be found there. */
const UNPACKED = fileURLToPath(new URL('../../../.tmp/chromium-147', import.meta.url));

/** The browser that the environment names, else the one that npm has installed. */
async function executable(): Promise<string> {
  const named = process.env['SWITCHHOOK_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const path = join(UNPACKED, 'chromium');
  if (!existsSync(path)) await unpack();
  return path;
}

const UNPACK = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";

/** Several processes may be at it, in a folder of their own each: a program that is still being written cannot be run. */
async function unpack(): Promise<void> {
  await mkdir(dirname(UNPACKED), { recursive: true });
  const own = await mkdtemp(`${UNPACKED}-`);
  // By another process, as it unpacks to the folder for temporary files that its process begins with.
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], { env: { ...process.env, TMPDIR: own } });
  await rename(own, UNPACKED).catch(async (error: unknown) => {
    await rm(own, { recursive: true });
    if (!existsSync(UNPACKED)) throw error;
  });
}

/** A real Chromium without a window. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ];
  return chromium.launch({ executablePath: await executable(), headless: true, args });
}
