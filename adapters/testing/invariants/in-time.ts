import type { Invariant } from './invariant.js';

/** By so much, in ms, clocks may be apart, and timers late. */
const GRACE = 1000;

/** Of what has passed in sleep a page knows only when something wakes it. */
export const overInTime: Invariant = {
  name: 'what has a deadline ends in time, although the computer slept or its clock was set',
  meaning: 'After lunch the page still waits for an answer of the morning, or counts after-call work for hours.',
  source: 'contract §5: a wall clock that is set back never prolongs a deadline; what sleep has passed is due on waking',
  ofLook: ({ overdue = [] }) => {
    const late = overdue.find(({ ms }) => ms > GRACE);
    return late === undefined ? null : `${late.what} is over for ${String(late.ms)} ms, and still awaited`;
  },
};
