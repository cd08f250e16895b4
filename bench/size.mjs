// What an agent's page downloads for `switchhook/sobot`, xstate aside: minified and gzipped.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes that the adapter itself may have: what `switchhook/sobot` adds to the runner and the charts. */
const ADAPTER_LIMIT = 12_000;
/** Bytes that everything of ours may have together, so that it does not grow unnoticed. */
const TOTAL_LIMIT = 27_000;

async function gzippedBytes(leftOut) {
  const { outputFiles } = await build({
    entryPoints: ['adapters/sobot/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['xstate'],
    plugins: [
      {
        name: 'leave-out',
        setup({ onResolve }) {
          if (leftOut !== null) onResolve({ filter: leftOut }, ({ path }) => ({ path, external: true }));
        },
      },
    ],
    write: false,
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const [adapter, withRunner, own, all] = await Promise.all([
  gzippedBytes(/^valibot$|\/(src|machines)\/index\.js$/),
  gzippedBytes(/^valibot$|\/machines\/index\.js$/),
  gzippedBytes(/^valibot$/),
  gzippedBytes(null),
]);

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`switchhook/sobot, minified and gzipped, without xstate:
  the adapter itself        ${kB(adapter)}  (at most ${kB(ADAPTER_LIMIT)})
  with the runner           ${kB(withRunner)}
  with the statecharts      ${kB(own)}  (at most ${kB(TOTAL_LIMIT)})
  with valibot              ${kB(all)}`);

for (const [what, bytes, limit] of [
  ['the adapter', adapter, ADAPTER_LIMIT],
  ['all own code', own, TOTAL_LIMIT],
]) {
  if (bytes > limit) {
    console.error(`${what} is ${String(bytes - limit)} bytes over its limit`);
    process.exitCode = 1;
  }
}
