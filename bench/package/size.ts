// The download of an agent's page, bundled, minified and gzipped.
import { builtEntries } from './built-entries.js';
import { bundledSize } from './bundled-size.js';

interface Part {
  readonly name: string;
  /** The modules that are left out, by their specifiers. */
  readonly without: RegExp | null;
  /** The bytes that it may have, so that it does not grow unnoticed. */
  readonly limit: number;
}

/** Of each entry, its parts; every one holds those above it. The chunks bear the names of the folders. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'switchhook/sobot': [
    { name: 'the adapter itself', without: /^(xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/, limit: 8_500 },
    { name: 'with the runner', without: /^(xstate|valibot)$|\/(machines|vocabulary)-[^/]*$/, limit: 21_200 },
    { name: 'with the statecharts', without: /^(xstate|valibot)$/, limit: 47_200 },
    { name: 'with valibot', without: /^xstate$/, limit: 49_500 },
    { name: 'with xstate: all', without: null, limit: 62_100 },
  ],
  'switchhook/connect': [{ name: 'all', without: null, limit: 2_600 }],
  'switchhook/connect/zh': [{ name: 'all', without: null, limit: 1_700 }],
  'switchhook/inspector/xstate4': [{ name: 'all', without: null, limit: 2_600 }],
};

/** Entries that a page need not have: the most that each may add to its framework and the modules of its agent. */
const besides = [
  { specifier: 'switchhook/react', limit: 1_500 },
  { specifier: 'switchhook/vue', limit: 1_200 },
  { specifier: 'switchhook/rxjs', limit: 1_200 },
  { specifier: 'switchhook/recorder', limit: 5_100 },
  { specifier: 'switchhook/inspector', limit: 17_000 },
  { specifier: 'switchhook/inspector/socket', limit: 6_000 },
];
const PRESENT = /^(react|vue|rxjs|xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const entries = await builtEntries(process.cwd());

for (const [specifier, parts] of Object.entries(PARTS)) {
  const entry = entries.find((one) => one.specifier === specifier);
  if (entry === undefined) throw new Error(`package.json does not export ${specifier}.`);
  console.log(`${specifier}, minified and gzipped:`);
  for (const { name, without, limit } of parts) {
    const { gzip } = await bundledSize(entry.path, without);
    console.log(`  ${name.padEnd(22)}${kB(gzip).padStart(8)}  (at most ${kB(limit)})`);
    if (gzip > limit) {
      console.error(`${specifier}, ${name}: ${gzip - limit} bytes over the limit`);
      process.exitCode = 1;
    }
  }
}

for (const { specifier, limit } of besides) {
  const { path } = entries.find((one) => one.specifier === specifier) ?? {};
  if (path === undefined) throw new Error(`package.json does not export ${specifier}.`);
  const { gzip } = await bundledSize(path, PRESENT);
  console.log(`${specifier}, besides an agent: ${kB(gzip)}  (at most ${kB(limit)})`);
  if (gzip > limit) {
    console.error(`${specifier}: ${gzip - limit} bytes over the limit`);
    process.exitCode = 1;
  }
}
