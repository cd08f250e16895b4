// What an agent's page downloads for `switchhook/sobot`, xstate aside: minified and gzipped.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LIMIT = 12_000;

async function gzippedBytes(external) {
  const { outputFiles } = await build({
    entryPoints: ['adapters/sobot/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external,
    write: false,
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const [own, withValibot] = await Promise.all([gzippedBytes(['xstate', 'valibot']), gzippedBytes(['xstate'])]);

console.log(`switchhook/sobot  ${kB(own)} own code, ${kB(withValibot)} with valibot (limit ${kB(LIMIT)})`);
if (withValibot > LIMIT) {
  console.error(`switchhook/sobot is ${withValibot - LIMIT} bytes over its limit`);
  process.exitCode = 1;
}
