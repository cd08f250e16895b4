// What an agent's page downloads for `switchhook/sobot`, bundled, minified and gzipped; every line holds those above it.
import { builtEntries } from './built-entries.js';
import { bundledSize } from './bundled-size.js';

const entries = await builtEntries(process.cwd());

function entryNamed(specifier: string) {
  const entry = entries.find((each) => each.specifier === specifier);
  if (entry === undefined) throw new Error(`package.json does not export ${specifier}.`);
  return entry;
}

const entry = entryNamed('switchhook/sobot');

/** Each with the bytes that it may have, so that it does not grow unnoticed. The chunks bear the names of the folders. */
const parts = [
  { name: 'the adapter itself', without: /^(xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/, limit: 7_500 },
  { name: 'with the runner', without: /^(xstate|valibot)$|\/(machines|vocabulary)-[^/]*$/, limit: 20_100 },
  { name: 'with the statecharts', without: /^(xstate|valibot)$/, limit: 45_500 },
  { name: 'with valibot', without: /^xstate$/, limit: 47_800 },
  { name: 'with xstate: all', without: null, limit: 60_400 },
];

/** Entries that a page takes besides, each alone. */
const besides = [{ specifier: 'switchhook/inspector/xstate4', limit: 2_600 }];

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function weigh(name: string, gzip: number, limit: number): void {
  console.log(`  ${name.padEnd(30)}${kB(gzip).padStart(8)}  (at most ${kB(limit)})`);
  if (gzip > limit) {
    console.error(`${name}: ${gzip - limit} bytes over the limit`);
    process.exitCode = 1;
  }
}

console.log('switchhook/sobot, minified and gzipped:');
for (const { name, without, limit } of parts) weigh(name, (await bundledSize(entry.path, without)).gzip, limit);
console.log('what else there is, minified and gzipped:');
for (const { specifier, limit } of besides) weigh(specifier, (await bundledSize(entryNamed(specifier).path)).gzip, limit);
