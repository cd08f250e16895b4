// `npm run test:fast -- <words>`: what answers within a minute, for one's own loop. Words select files by name or path.
import base from '../../jest.config.mjs';
import { SLOW } from './slow-tests.mjs';

// Few throws for chance; `npm test` has more.
process.env['FC_RUNS'] ??= '3';

export default {
  ...base,
  rootDir: '../..',
  // It is no part of a run that the deep run could complete.
  reporters: ['default', ['<rootDir>/test/support/tally-reporter.mjs', { isWhole: false }]],
  testPathIgnorePatterns: SLOW.map((path) => `<rootDir>/${path}`),
};
