import type { Invariant } from './invariant.js';

export const pendingHasDeadline: Invariant = {
  name: 'every entry of pending has a deadline and is gone after it',
  meaning: 'A button stays disabled for ever, and the agent must reload the page in the middle of a call.',
  source: 'contract §5: no state waits for ever',
  ofState: ({ pending }) => {
    const wrong = pending.find(({ since, deadline }) => !Number.isFinite(deadline) || !(deadline > since));
    return wrong === undefined ? null : `${wrong.command} is pending without a deadline after its beginning`;
  },
  // Between steps only: a clock that jumps tells of its moments one after the other.
  ofLook: ({ state, overdue = [] }) => {
    const over = overdue.find(({ what }) => state.pending.some(({ command }) => command === what));
    return over === undefined ? null : `${over.what} is still pending ${String(over.ms)} ms after its deadline`;
  },
  ofHistory: (_history, current, isOver) => {
    const left = current?.pending[0];
    return isOver && left !== undefined ? `${left.command} is still pending when everything is over` : null;
  },
};
