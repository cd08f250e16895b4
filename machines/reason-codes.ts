/** Reason code of DND (vendor's page). */
export const DND_REASON = 2;

/**
 * Reason code by which a system lock after missed calls may be announced
 * (inferred: 98 is "system locked" in the vendor's mobile SDK).
 */
export const LOCKED_REASON = 98;

/** The login states of a break and the reason code of each (vendor's page). */
export const BREAK_REASONS = {
  general: 11,
  training: 12,
  meeting: 13,
  dining: 14,
  activity: 15,
  custom1: 16,
  custom2: 17,
  custom3: 18,
} as const;

export type BreakName = keyof typeof BREAK_REASONS;

/** Every reason code an agent may give: 2 and 11 to 18. */
export const REASON_CODES: readonly number[] = [DND_REASON, ...Object.values(BREAK_REASONS)];

/** Whether the number is a documented reason for not being ready. */
export function isReasonCode(code: number): boolean {
  return REASON_CODES.includes(code);
}
