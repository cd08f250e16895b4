type RefusingGuard = (typeof REFUSING)[number];

/** The guards by which a command is refused that the state knows. */
export const REFUSING = [
  'isInterrupted',
  'isUnreachable',
  'isNotLoggedIn',
  'isLocked',
  'workIsNotIdle',
  'noCallIsEstablished',
  'isNotInitiatingConsult',
  'noWaitingCallRings',
  'loginLaneIsBusy',
  'resetLaneIsBusy',
  'callLaneIsBusy',
  'answerMustWait',
  'hangupLaneIsBusy',
  'microphoneLaneIsBusy',
  'cancelConsultMustWait',
] as const;

/**
 * A command that may be sent unless one of these guards holds. A refusal is a
 * transition that leads nowhere: its guard says why.
 */
export function asks(...guards: readonly RefusingGuard[]) {
  return [{ guard: 'isInterrupted' as const }, ...guards.map((guard) => ({ guard })), { actions: 'sendCommand' as const }];
}
