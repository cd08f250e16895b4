// `npm start`: bundles the demo, which is TypeScript, and runs it. No build of the package is needed.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPage } from './desktop/build-page.mjs';

const root = new URL('..', import.meta.url);
const target = new URL('.tmp/demo.mjs', root);
const draft = new URL(`.tmp/demo-${process.pid}.mjs`, root);

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await mkdir(new URL('.tmp/', root), { recursive: true });
// In one step, so that two who start at the same time do not read half a file.
await writeFile(draft, outputFiles[0].contents);
await rename(draft, target);

process.setSourceMapsEnabled(true);
const { main } = await import(target.href);
process.exitCode = await main(process.argv.slice(2), buildPage);
