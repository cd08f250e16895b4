import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/** Where the browser of npm is unpacked to; another version of it must not be found there. */
const UNPACKED = fileURLToPath(new URL('../../../.tmp/chromium-147', import.meta.url));

/** The browser that the environment names, else the one that npm has installed. */
async function executable(): Promise<string> {
  const named = process.env['SWITCHHOOK_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  mkdirSync(UNPACKED, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = UNPACKED;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** A real Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--js-flags=--expose-gc', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: await executable(), headless: true, args });
}
