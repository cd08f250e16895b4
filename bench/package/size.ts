// What an agent's page downloads, bundled, minified and gzipped.
import { builtEntries } from './built-entries.js';
import { bundledSize } from './bundled-size.js';

interface Part {
  readonly name: string;
  /** What is left out, by its specifier. */
  readonly without: RegExp | null;
  /** The bytes that it may have, so that it does not grow unnoticed. */
  readonly limit: number;
}

const FRAMEWORKS = /^(react|vue|rxjs)$/;
const whole = (limit: number): readonly Part[] => [{ name: 'without its framework', without: FRAMEWORKS, limit }];

/** Of each entry, its parts; every one holds those above it. The chunks bear the names of the folders. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'switchhook/sobot': [
    { name: 'the adapter itself', without: /^(xstate|valibot)$|\/(src|machines|vocabulary)-[^/]*$/, limit: 7_500 },
    { name: 'with the runner', without: /^(xstate|valibot)$|\/(machines|vocabulary)-[^/]*$/, limit: 20_100 },
    { name: 'with the statecharts', without: /^(xstate|valibot)$/, limit: 45_500 },
    { name: 'with valibot', without: /^xstate$/, limit: 47_800 },
    { name: 'with xstate: all', without: null, limit: 60_400 },
  ],
  'switchhook/connect': [{ name: 'all', without: null, limit: 2_600 }],
  'switchhook/connect/zh': [{ name: 'all', without: null, limit: 1_700 }],
  'switchhook/react': whole(1_500),
  'switchhook/vue': whole(1_200),
  'switchhook/rxjs': whole(1_200),
  'switchhook/inspector/xstate4': [{ name: 'all', without: null, limit: 2_600 }],
};

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
