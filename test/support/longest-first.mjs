import Sequencer from '@jest/test-sequencer';

/** Files that take longest, whatever their size: started last, one of them would keep one worker busy alone. */
const LONGEST = [
  '/test/walk/',
  '/test/property/',
  '/test/soaks/',
  '/test/asterisk/real/',
  '/test/demo/',
  '/test/packaging/',
  '/test/testing/races',
];

function rankOf({ path }) {
  const rank = LONGEST.findIndex((folder) => path.includes(folder));
  return rank === -1 ? LONGEST.length : rank;
}

/** The order in which test files are started. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
