// Few throws for chance; `npm test` has more.
process.env['FC_RUNS'] ??= '3';

export default {
  rootDir: '../..',
  roots: ['<rootDir>/.tmp/mutation'],
  testEnvironment: './test/mutation/environment.cjs',
  testMatch: ['<rootDir>/.tmp/mutation/behaviours.mjs'],
  transform: {},
  testTimeout: 5000,
  reporters: [],
};
