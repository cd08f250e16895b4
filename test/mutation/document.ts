/** A mutant that no test has caught. */
interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  /** The code as it is. */
  readonly original: string;
  /** The code of the mutant. */
  readonly replacement: string;
}

/** How many mutants ended how. */
export interface Counts {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** Could not be run; counted neither for nor against. */
  readonly error: number;
}

/** The last result, as `npm run test:mutation` keeps it. */
export interface MutationResult {
  /** The commit that was mutated. */
  readonly commit: string;
  readonly folders: Readonly<Record<string, Counts>>;
  /** How many mutants were left out for which reason. */
  readonly ignored: Readonly<Record<string, number>>;
  readonly survivors: readonly Survivor[];
}

/** Why survivors may stay. */
export interface Excuse {
  readonly reason: string;
  /** Each as {@link nameOf} names it. */
  readonly survivors: readonly string[];
}

/** How a survivor is named where it is excused: not by its line, which changes. */
const nameOf = ({ file, original, replacement }: Survivor): string => `${file}: ${original} → ${replacement}`;

/** In percent, as Stryker counts: caught of all that could be run. */
export function scoreOf({ killed, timeout, survived, noCoverage }: Counts): number {
  const caught = killed + timeout;
  return (100 * caught) / (caught + survived + noCoverage);
}

export function sum(counts: readonly Counts[]): Counts {
  const total = (field: keyof Counts) => counts.reduce((before, one) => before + one[field], 0);
  return {
    killed: total('killed'),
    timeout: total('timeout'),
    survived: total('survived'),
    noCoverage: total('noCoverage'),
    error: total('error'),
  };
}

/** The survivors that nobody has looked at, and the excuses for what does not survive any more. */
export function unreviewed(result: MutationResult, excuses: readonly Excuse[]) {
  const excused = new Set(excuses.flatMap(({ survivors }) => survivors));
  const surviving = new Set(result.survivors.map(nameOf));
  return {
    withoutReason: [...surviving].filter((name) => !excused.has(name)),
    outdated: [...excused].filter((name) => !surviving.has(name)),
  };
}

const row = (name: string, counts: Counts): string =>
  `| ${name} | ${scoreOf(counts).toFixed(2)} % | ${counts.killed} | ${counts.timeout} | ${counts.survived} | ${counts.noCoverage} | ${counts.error} |`;

/** Code in a line of text, whatever characters it has. */
function code(text: string): string {
  const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  const fence = short.includes('`') ? '``' : '`';
  const space = short === '' || short.includes('`') ? ' ' : '';
  return `${fence}${space}${short}${space}${fence}`;
}

const lineOf = ({ file, line, original, replacement }: Survivor): string => `- ${file}:${line}: ${code(original)} → ${code(replacement)}`;

/** `docs/mutation.md`. */
export function documentOf(result: MutationResult, excuses: readonly Excuse[]): string {
  const folders = Object.entries(result.folders);
  const sections = excuses.flatMap(({ reason, survivors }) => [
    `### ${reason}`,
    '',
    ...result.survivors.filter((survivor) => survivors.includes(nameOf(survivor))).map(lineOf),
    '',
  ]);
  const { withoutReason } = unreviewed(result, excuses);
  return [
    '# Mutation testing',
    '',
    'Written by `npm run test:mutation`: what it changed in the code, one thing at a time, and whether a test noticed.',
    `It is too slow for every push; this is the last whole run, of commit ${result.commit}.`,
    '',
    '| folder | score | killed | timed out | survived | not covered | could not run |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...folders.map(([name, counts]) => row(`\`${name}\``, counts)),
    row('all', sum(Object.values(result.folders))),
    '',
    'The score is what was killed or timed out, of all that could be run and was not left out. A mutant has to pass the',
    'tests of single functions and the days of the field, one in `machines` all tests of what events mean, one in `src` all',
    'tests of the agent, 200 of the other tests that meet it, evenly spread, four random days and four random sequences',
    '(`test/mutation/bundle.mjs`, `runner.mjs`). `npm test` has more.',
    '',
    '## Left out',
    '',
    ...Object.entries(result.ignored).map(([reason, count]) => `- ${count}: ${reason}`),
    '',
    '## Survivors, and why each may stay',
    '',
    ...sections,
    '## Survivors that nobody has looked at yet',
    '',
    ...result.survivors.filter((survivor) => withoutReason.includes(nameOf(survivor))).map(lineOf),
    '',
  ].join('\n');
}
