// What an agent's page downloads for `switchhook/sobot`, bundled, minified and gzipped; every line holds those above it.
import { builtEntries } from './built-entries.js';
import { bundledSize } from './bundled-size.js';

const entries = await builtEntries(process.cwd());
const entry = entries.find(({ specifier }) => specifier === 'switchhook/sobot');
if (entry === undefined) throw new Error('package.json does not export switchhook/sobot.');

/** Each with the bytes that it may have, so that it does not grow unnoticed. The chunks bear the names of the folders. */
const parts = [
  { name: 'the adapter itself', without: /^(xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/, limit: 7_500 },
  { name: 'with the runner', without: /^(xstate|valibot)$|\/(machines|vocabulary)-[^/]*$/, limit: 19_500 },
  { name: 'with the statecharts', without: /^(xstate|valibot)$/, limit: 44_300 },
  { name: 'with valibot', without: /^xstate$/, limit: 46_600 },
  { name: 'with xstate: all', without: null, limit: 59_200 },
];

/** Entries that a page need not have, without what it has for its agent anyway: what each of them adds. */
const besides = [
  { specifier: 'switchhook/recorder', limit: 4_600 },
  { specifier: 'switchhook/inspector', limit: 17_000 },
];
const AGENT = /^(xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log('switchhook/sobot, minified and gzipped:');
for (const { name, without, limit } of parts) {
  const { gzip } = await bundledSize(entry.path, without);
  console.log(`  ${name.padEnd(22)}${kB(gzip).padStart(8)}  (at most ${kB(limit)})`);
  if (gzip > limit) {
    console.error(`${name}: ${gzip - limit} bytes over the limit`);
    process.exitCode = 1;
  }
}

for (const { specifier, limit } of besides) {
  const { path } = entries.find((one) => one.specifier === specifier) ?? {};
  if (path === undefined) throw new Error(`package.json does not export ${specifier}.`);
  const { gzip } = await bundledSize(path, AGENT);
  console.log(`${specifier}, besides an agent: ${kB(gzip)}  (at most ${kB(limit)})`);
  if (gzip > limit) {
    console.error(`${specifier}: ${gzip - limit} bytes over the limit`);
    process.exitCode = 1;
  }
}
