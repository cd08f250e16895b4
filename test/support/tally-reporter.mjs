import { readFileSync } from 'node:fs';

const SIZES = JSON.parse(readFileSync(new URL('../deep/sizes.json', import.meta.url), 'utf8'));

// Closes a run with one line a person or a CI can read: `N passed, N failed`.
// A suite that could not run counts as a failure, so that a broken import is never "0 failed".
export default class TallyReporter {
  #skipped = 0;
  #isWhole;

  constructor({ testPathPatterns, testNamePattern }, { isWhole = true } = {}) {
    this.#isWhole = isWhole && !testPathPatterns?.isSet() && !testNamePattern;
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.testResults.filter(failedWithoutATest).length;
    this.#skipped = results.numPendingTests + results.numTodoTests;
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped}`;
    const leftOut = leftOutTests(results);
    if (leftOut !== null) console.error(leftOut);
    if (this.getLastError()) console.error(this.getLastError().message);
    // At exit, because jest writes its own summary after this.
    process.once('exit', () => process.stdout.write(`${this.#isWhole ? `${ofTheDeepRun()}\n` : ''}${line}\n`));
  }

  // Jest fails the run when this returns an error.
  getLastError() {
    if (process.env.CI !== 'true' || this.#skipped === 0) return undefined;
    return new Error(`${this.#skipped} skipped: under CI every test has to run`);
  }
}

const failedWithoutATest = (suite) => Boolean(suite.failureMessage) && suite.numFailingTests === 0;

/** The proof that only the deep run adds. */
function ofTheDeepRun() {
  const { seeds, sequences, quickSequences, pairs, pairSeeds } = SIZES;
  const grouped = (count) => count.toLocaleString('en');
  return (
    `npm run test:deep adds: ${grouped(seeds * sequences)} random sequences (here: ${quickSequences} of each of the ${seeds} seeds), ` +
    `which together must meet every state with every command and event; the walk with every lane in flight; XState beside the compiled ` +
    `chart on a walk and on ${grouped(pairs * pairSeeds)} random pairs; soaks; the ratios of the bench; the real switch once more.`
  );
}

/** How many tests need something that this machine has not, in one line; their suites say what and why. */
function leftOutTests({ testResults }) {
  const reasons = testResults
    .flatMap((suite) => suite.testResults)
    .filter(({ status }) => status === 'pending')
    .flatMap(({ ancestorTitles }) => /\[(without the real switch: .*)\]/.exec(ancestorTitles.join(' '))?.[1] ?? []);
  return reasons.length === 0 ? null : `${reasons.length} tests are left out, ${reasons[0]}`;
}
