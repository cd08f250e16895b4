import type { FailedOutcome, Outcome, SingleLane } from '../../events/index.js';

/** Where a lane is free, as a target. */
export const freeOf = <Lane extends SingleLane>(lane: Lane) => `#${lane}Lane.free` as const;

/** A command is over, and the lane is free again. */
export function ends(lane: SingleLane, outcome: Outcome) {
  return { target: freeOf(lane), actions: { type: 'endRequest', params: { lane, outcome } } } as const;
}

/** No command awaits its outcome. */
export function free(lane: SingleLane) {
  return {
    on: {
      'request.opened': { guard: { type: 'isForLane', params: { lane } }, target: 'sent', actions: 'recordRequest' },
    },
  } as const;
}

/** What ends a command in any lane without its having taken effect. */
export function failures(lane: SingleLane) {
  const params = { lane };
  const fails = (outcome: FailedOutcome) => ends(lane, outcome);
  return {
    'request.failed': { guard: { type: 'answersLane', params }, ...fails('rejected') },
    'call.error': { guard: { type: 'failsLane', params }, ...fails('rejected') },
    'deadline.reached': { guard: { type: 'isLaneDue', params }, ...fails('timedOut') },
    'connection.displaced': fails('displaced'),
  } as const;
}
