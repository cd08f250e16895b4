/*
 * Makes one module of all tests that a mutant has to pass, and of all that they
 * need: a run for each of some thousand mutants then loads one file and not
 * hundreds. Stryker has it made in its sandbox, where the mutants are.
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ownUrls } from '../support/own-urls.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const OUT = `${ROOT}.tmp/mutation`;

/**
 * Tests by the folders whose mutants have to pass all of them that meet them: tests of single functions those of all folders, tests of what
 * events mean those of `machines`, tests of the agent those of `src`. Of all others a sample may do.
 */
const ALL = ['machines', 'src', 'adapters'];
const WHOLE_FOR = {
  machines: ALL,
  sobot: ALL,
  src: ALL,
  field: ALL,
  connect: ALL,
  rxjs: ALL,
  inspection: ALL,
  'server-events': ['machines'],
  agent: ['src'],
  recorder: ['src'],
  'chart-map': ['src'],
};
/** A thousand combinations of states with each command, half a minute of them: a sample has to do for all mutants. */
const SAMPLED = /allowed-everywhere/;
const BEHAVIOURS = ['agents-at-simulator', 'what-users-ask', 'sobot-contract', 'walk'];
/** Of types there are no tests left when they are run. The others take minutes, look at what is built or rendered, or need the fake timers of jest. */
const LEFT_OUT =
  /rendered|elapsed|\.types\.test\.ts$|days-at-the-call-centre|exhaustive-walk|agents-at-simulator\/memory|faults|traceability|typed-promises|stately/;

const filesIn = (folders) =>
  folders
    .flatMap((folder) => readdirSync(`${ROOT}/test/${folder}`, { recursive: true }).map((file) => `./${folder}/${file}`))
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file));

const entryOf = (file, wholeFor) => `{ file: '${file}', wholeFor: ${JSON.stringify(wholeFor)}, load: () => import('${file}') }`;
const entries = [
  ...Object.entries(WHOLE_FOR).flatMap(([folder, wholeFor]) =>
    filesIn([folder]).map((file) => entryOf(file, SAMPLED.test(file) ? [] : wholeFor)),
  ),
  ...filesIn(BEHAVIOURS).map((file) => entryOf(file, [])),
  entryOf('./mutation/random.mutants.ts', ALL),
  // The pictures of the chart, and its reference page.
  entryOf('./docs/chart.test.ts', ['src']),
];
/** All that is mutated, to be loaded before any test: code that runs then belongs to no test, later code does. */
const sources = ['machines', 'src', 'adapters/sobot'].flatMap((folder) =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `import('../${folder}/${file}')`),
);
const entry = `export const files = [${entries.join(',\n')}];\nexport const loadSources = () => Promise.all([${sources.join(',\n')}]);`;

/** The tests get theirs from the runner. */
const fromTheRunner = {
  name: 'from-the-runner',
  setup({ onResolve }) {
    onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: `${ROOT}test/mutation/jest-globals.ts` }));
  },
};

await build({
  stdin: { contents: entry, resolveDir: `${ROOT}/test`, loader: 'ts' },
  outfile: `${OUT}/tests.cjs`,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [ownUrls, fromTheRunner],
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
