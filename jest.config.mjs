import { availableParallelism } from 'node:os';

// Real ES modules (the flag stands in package.json) and xstate's development checks: tests run what is shipped,
// and a child actor that cannot be persisted fails here, not in an agent's browser.
export default {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'development'] },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // dist/ holds the same modules compiled, .tmp/ throw-away projects: neither is a place to look for tests.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/'],
  maxWorkers: availableParallelism(),
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  reporters: ['default', '<rootDir>/test/support/tally-reporter.mjs'],
};
