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

/** Tests of single functions, and of what the whole does. */
const UNITS = ['machines', 'sobot', 'src'];
const BEHAVIOURS = ['field', 'agent', 'server-events'];
/** Tests of types: there are none left when tests are run. And the days of the field once more, through a socket. */
const LEFT_OUT = /\.types\.test\.ts$|days-at-the-call-centre/;

const filesIn = (folders) =>
  folders
    .flatMap((folder) => readdirSync(`${ROOT}/test/${folder}`, { recursive: true }).map((file) => `./${folder}/${file}`))
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file));

const entriesOf = (folders, isOfUnits) =>
  filesIn(folders).map((file) => `{ file: '${file}', isOfUnits: ${isOfUnits}, load: () => import('${file}') }`);
const entry = `export const files = [${[...entriesOf(UNITS, true), ...entriesOf(BEHAVIOURS, false)].join(',\n')}];`;

/** What a module reads beside itself stays where it is. */
const staysWhereItIs = {
  name: 'stays-where-it-is',
  setup({ onLoad }) {
    onLoad({ filter: /\/(test|machines|src|adapters)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** The tests get theirs through the one that samples. */
const sampled = {
  name: 'sampled',
  setup({ onResolve }) {
    onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: `${ROOT}test/mutation/sampled-tests.ts` }));
  },
};

await build({
  stdin: { contents: entry, resolveDir: `${ROOT}/test`, loader: 'ts' },
  outfile: `${OUT}/tests.cjs`,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [staysWhereItIs, sampled],
  logLevel: 'warning',
});

/** Which file each mutant is in, so that the tests of that file come first. */
const fileOf = {};
let file = null;
for (const line of readFileSync(`${OUT}/tests.cjs`, 'utf8').split('\n')) {
  file = /^ *\/\/ ((?:machines|src|adapters)\/.*\.ts)$/.exec(line)?.[1] ?? file;
  for (const [, id] of line.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)) fileOf[id] = file;
}
writeFileSync(`${OUT}/mutants.json`, JSON.stringify(fileOf));
