// Closes a run with one line a person or a CI can read: `N passed, N failed`.
// A suite that could not run counts as a failure, so that a broken import is never "0 failed".
export default class TallyReporter {
  #skipped = 0;

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.testResults.filter(failedWithoutATest).length;
    this.#skipped = results.numPendingTests + results.numTodoTests;
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped}`;
    if (this.getLastError()) console.error(this.getLastError().message);
    // At exit, because jest writes its own summary after this.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }

  // Jest fails the run when this returns an error.
  getLastError() {
    if (process.env.CI !== 'true' || this.#skipped === 0) return undefined;
    return new Error(`${this.#skipped} skipped: under CI every test has to run`);
  }
}

const failedWithoutATest = (suite) => Boolean(suite.failureMessage) && suite.numFailingTests === 0;
