/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['machines/**/*.ts', 'src/**/*.ts', 'adapters/sobot/**/*.ts'],
  testRunner: 'bundle',
  coverageAnalysis: 'perTest',
  plugins: ['./test/mutation/runner.mjs', './test/mutation/ignorers.mjs'],
  ignorers: ['words', 'types', 'names'],
  buildCommand: 'node test/mutation/bundle.mjs',
  // Only what the tests need.
  ignorePatterns: [
    '**',
    '!package.json',
    '!README.md',
    '!docs/commands.md',
    '!tsconfig.json',
    '!jest.config.mjs',
    '!machines/**/*',
    '!src/**/*',
    '!adapters/**/*',
    '!test/**/*',
  ],
  disableTypeChecks: false,
  concurrency: 2,
  // A mutant has to pass but a part of the tests that the dry run times.
  timeoutMS: 30_000,
  timeoutFactor: 0.5,
  dryRunTimeoutMinutes: 30,
  tempDirName: '.tmp/stryker',
  incrementalFile: '.tmp/stryker-incremental.json',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.tmp/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
