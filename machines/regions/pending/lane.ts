import type { FailedOutcome, Outcome, SingleLane } from '../../events/index.js';

/** Where a lane is free, as a target. */
export const freeOf = <Lane extends SingleLane>(lane: Lane) => `#${lane}Lane.free` as const;

/** The command is settled, and the lane is free again. */
export function settles(lane: SingleLane, outcome: Outcome) {
  return { target: freeOf(lane), actions: { type: 'settleCommand', params: { lane, outcome } } } as const;
}

/** No command is pending. */
export function free(lane: SingleLane) {
  return {
    on: {
      'command.sent': { guard: { type: 'isForLane', params: { lane } }, target: 'sent', actions: 'recordPending' },
    },
  } as const;
}

/** What settles a command in any lane without its having taken effect. */
export function failures(lane: SingleLane) {
  const params = { lane };
  const fails = (outcome: FailedOutcome) => settles(lane, outcome);
  return {
    'command.refused': { guard: { type: 'answersLane', params }, ...fails('rejected') },
    'call.error': { guard: { type: 'rejectsLane', params }, ...fails('rejected') },
    'deadline.reached': { guard: { type: 'isLaneDue', params }, ...fails('timedOut') },
    'connection.displaced': { guard: { type: 'isNotTakingOver', params }, ...fails('displaced') },
  } as const;
}
