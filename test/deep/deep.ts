import { BENCH_CHECK, checkBench } from './bench-check.js';
import type { SeedRun } from '../property/run-seed.js';
import { wrongInAll } from '../property/verdict.js';
import { Count } from './count.js';
import { DEEP_JOBS, named } from './jobs.js';
import { Pool } from './pool.js';
import { REAL_SWITCH, runRealSwitch } from './real-switch.js';

/** How often it is said how far everything is, in ms. */
const OFTEN = 60_000;

function say(isPassed: boolean, what: string, wrong: readonly string[] = []): void {
  console.log([`${isPassed ? 'passed' : 'FAILED'}  ${what}`, ...wrong.map((words) => `\n${words}`)].join('\n'));
}

/** Judges the sequences of all seeds together. */
function judgeTogether(runs: readonly SeedRun[], count: Count): void {
  const wrong = wrongInAll(runs);
  say(wrong.length === 0, 'random sequences together: all that can meet has met', wrong);
  count.add({ passed: wrong.length === 0 ? 1 : 0, failed: wrong.length === 0 ? 0 : 1 });
}

/** `npm run test:deep [-- words of a job's name]`. Closes with `N passed, N failed`. */
export async function deep(words: readonly string[], file: URL): Promise<void> {
  const jobs = named(DEEP_JOBS, words);
  const count = new Count();
  const underWay = new Map<string, string>();
  const runs: SeedRun[] = [];
  let left = jobs.length;
  if (named([REAL_SWITCH], words).length > 0) {
    // Alone, because its phones listen in real time.
    const begun = performance.now();
    const result = await runRealSwitch();
    count.add(result);
    say(result.failed === 0, `${REAL_SWITCH.name}, ${result.passed} tests (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
  }
  if (named([BENCH_CHECK], words).length > 0) {
    // Alone as well, because it measures.
    const isKept = await checkBench();
    count.add({ passed: isKept ? 1 : 0, failed: isKept ? 0 : 1 });
    say(isKept, BENCH_CHECK.name);
  }
  const pool = new Pool({
    file,
    news: ({ name }, { progress }) => {
      if (progress !== undefined) underWay.set(name, progress);
    },
    ended: ({ name }, { wrong, done, run }, seconds) => {
      left -= 1;
      underWay.delete(name);
      if (run !== undefined) runs.push(run);
      count.add({ passed: wrong.length === 0 ? 1 : 0, failed: wrong.length === 0 ? 0 : 1 });
      say(wrong.length === 0, `${name}: ${done} (${seconds.toFixed(0)} s)`, wrong);
    },
  });
  const clock = setInterval(() => {
    const far = [...underWay].map(([name, progress]) => `${name}: ${progress}`);
    console.log(`  …     ${left} of ${jobs.length} left; ${far.join('; ')}`);
  }, OFTEN);
  await pool.run(jobs);
  clearInterval(clock);
  // A part of the seeds need not meet everything.
  if (words.length === 0) judgeTogether(runs, count);
  console.log(String(count));
  process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
}
