/*
 * Makes one module of all tests that a mutant has to pass, and of all that they
 * need: a run for each of some thousand mutants then loads one file and not
 * hundreds. Stryker has it made in its sandbox, where the mutants are.
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ROOT = new URL('../..', import.meta.url).pathname;
const OUT = `${ROOT}.tmp/mutation`;

/** Tests of single functions, which are quick, and of what the whole does. */
const UNITS = ['machines', 'sobot', 'src'];
const BEHAVIOURS = ['field', 'agent', 'server-events'];
/** Tests of what the whole does that are about one module each, so that every mutant of it has to pass all of them. */
const AS_UNITS = [
  'agent/call-ended',
  'agent/dispose',
  'agent/handlers',
  'agent/optimistic',
  'agent/options',
  'agent/snapshot',
  'agent/turns',
  'server-events/after-call-work',
  'server-events/handed-over-or-hung-up',
  'server-events/privacy',
  'server-events/regain-after-reload',
];
/** Tests of types: there are none left when tests are run. */
const TYPES = /\.types\.test\.ts$/;

const isAsUnit = (file) => AS_UNITS.some((name) => file === `./${name}.test.ts`);
const filesIn = (folders) =>
  folders
    .flatMap((folder) => readdirSync(`${ROOT}/test/${folder}`, { recursive: true }).map((file) => `./${folder}/${file}`))
    .filter((file) => file.endsWith('.test.ts') && !TYPES.test(file));
const units = [...filesIn(UNITS), ...filesIn(BEHAVIOURS).filter(isAsUnit)];
const behaviours = filesIn(BEHAVIOURS).filter((file) => !isAsUnit(file));

const imports = (files) =>
  files
    .map((file) => `globalThis.testFile = '${file}'; await import('${file}');`)
    .join('\n');

/** A mutant with which nothing can be loaded is caught as well: by a test that fails. */
const entry = `
  import { test } from '@jest/globals';
  try {
    globalThis.areUnits = true;
    ${imports(units)}
    globalThis.areUnits = false;
    ${imports(behaviours)}
  } catch (error) {
    test('everything can be loaded', () => { throw error; });
  }
`;

/** What a test reads beside itself stays where it is. */
const staysWhereItIs = {
  name: 'stays-where-it-is',
  setup({ onLoad }) {
    onLoad({ filter: /test\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** The tests get theirs through the one that samples. */
const sampled = {
  name: 'sampled',
  setup({ onResolve }) {
    const path = `${ROOT}test/mutation/sampled-tests.ts`;
    onResolve({ filter: /^@jest\/globals$/ }, ({ importer }) => (importer === path ? { external: true } : { path }));
  },
};

await build({
  stdin: { contents: entry, resolveDir: `${ROOT}/test`, loader: 'ts' },
  outfile: `${OUT}/behaviours.mjs`,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [staysWhereItIs, sampled],
  logLevel: 'warning',
});

/** Which file each mutant is in, so that the tests of that file come first. */
const fileOf = {};
let file = null;
for (const line of readFileSync(`${OUT}/behaviours.mjs`, 'utf8').split('\n')) {
  file = /^ *\/\/ ((?:machines|src|adapters)\/.*\.ts)$/.exec(line)?.[1] ?? file;
  for (const [, id] of line.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)) fileOf[id] = file;
}
writeFileSync(`${OUT}/mutants.json`, JSON.stringify(fileOf));
