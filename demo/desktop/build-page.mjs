import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/**
 * Builds the page into a folder of this process's own, which goes with it: two who start at the same time do not read
 * half of each other's.
 *
 * @returns the folder
 */
export async function buildPage() {
  // Only now: the day in the terminal needs none of it.
  const { build } = await import('vite');
  const folder = fileURLToPath(new URL(`../../.tmp/desktop-${process.pid}/`, import.meta.url));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({ configFile: CONFIG, logLevel: 'warn', build: { outDir: folder } });
  return folder;
}

/** Builds the page as files for any web server, with the call centre in the page. @returns the folder */
export async function buildSite() {
  const { build } = await import('vite');
  await build({ configFile: CONFIG, mode: 'static', logLevel: 'warn' });
  return fileURLToPath(new URL('../../.tmp/demo-site/', import.meta.url));
}
