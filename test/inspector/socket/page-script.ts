import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export interface PageScript {
  readonly url: URL;
  readonly remove: () => Promise<void>;
}

/** The script of the inspector's page, made as the package's build makes it. */
export async function pageScript(): Promise<PageScript> {
  const folder = await mkdtemp(join(tmpdir(), 'switchhook-page-'));
  const outfile = join(folder, 'inspector-page.js');
  const entry = fileURLToPath(new URL('../../../adapters/inspector-socket/viewer/page.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'browser', target: 'es2022', logLevel: 'error' });
  return { url: pathToFileURL(outfile), remove: () => rm(folder, { recursive: true }) };
}
