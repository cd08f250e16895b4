// Bundles a script that is TypeScript, and runs it. No build of the package is needed.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const TEMPORARY = new URL('../.tmp/', import.meta.url);

/** @param {URL} entry @param {string} name of the bundle @param {import('esbuild').BuildOptions} more options of the bundler */
export async function runTypeScript(entry, name, more = {}) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...more,
  });
  const target = new URL(`${name}.mjs`, TEMPORARY);
  const draft = new URL(`${name}-${process.pid}.mjs`, TEMPORARY);
  await mkdir(TEMPORARY, { recursive: true });
  // In one step, so that two who start at the same time do not read half a file.
  await writeFile(draft, outputFiles[0].contents);
  await rename(draft, target);
  process.setSourceMapsEnabled(more.sourcemap !== false);
  await import(target.href);
}
