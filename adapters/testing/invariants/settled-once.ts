import type { CommandRecord, Ending } from '../history/history.js';
import type { Invariant } from './invariant.js';

function count({ endings }: CommandRecord, ...kinds: readonly Ending['by'][]): number {
  return endings.filter(({ by }) => kinds.includes(by)).length;
}

export const settledOnce: Invariant = {
  name: 'every promise settles exactly once',
  meaning: 'A page waits for ever behind a spinner, or shows success and failure of the same click.',
  source: 'contract §5: exactly once',
  ofCommand: ({ command, before, isPromised, endings }) =>
    before === null || isPromised || endings.length > 0 ? null : `${command} returned no promise`,
  ofEnding: (record) => {
    const settled = count(record, 'resolve', 'reject');
    return settled > 1 ? `the promise of ${record.command} settled ${String(settled)} times` : null;
  },
  ofHistory: ({ commands }, _current, isOver) => {
    if (!isOver) return null;
    const open = commands.filter((record) => record.isPromised && count(record, 'resolve', 'reject') === 0);
    return open.length === 0 ? null : `never settled: ${open.map(({ command }) => command).join(', ')}`;
  },
};

export const calledBackOnce: Invariant = {
  name: 'of success and error one is called, once, and says what the promise says',
  meaning: 'Code written for the bare SDK does its work twice, or takes a failure for a success.',
  source: 'contract §2: success and error callbacks honoured',
  ofEnding: (record) => {
    const called = count(record, 'success', 'error');
    if (called > 1) return `the callbacks of ${record.command} were called ${String(called)} times`;
    const saysYes = count(record, 'success', 'resolve');
    const saysNo = count(record, 'error', 'reject');
    return saysYes > 0 && saysNo > 0 ? `${record.command} has both succeeded and failed` : null;
  },
  ofHistory: ({ commands }, _current, isOver) => {
    if (!isOver) return null;
    const silent = commands.filter((record) => record.isPromised && record.hasCallbacks && count(record, 'success', 'error') === 0);
    return silent.length === 0 ? null : `neither success nor error was called: ${silent.map(({ command }) => command).join(', ')}`;
  },
};

/** Contract §5. */
const CODES = [
  'INVALID_PARAMETER',
  'NOT_ALLOWED',
  'IN_FLIGHT',
  'NOT_SUPPORTED',
  'REJECTED',
  'SUPERSEDED',
  'TIMEOUT',
  'DISPLACED',
  'DISPOSED',
];

export const neverThrows: Invariant = {
  name: 'a command never throws, and fails with a code of the contract only',
  meaning: 'An exception in a click handler takes the whole page down.',
  source: 'contract §2: every command returns a promise; §5',
  ofEnding: ({ command, before }, { by, code }) => {
    if (by === 'throw') return `${command} has thrown`;
    // The codes are those of a subject that shows its state.
    return before !== null && by === 'reject' && !CODES.includes(code ?? '')
      ? `${command} was rejected with ${String(code)}, which is no code of the contract`
      : null;
  },
};
