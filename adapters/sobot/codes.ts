import type { NamedReason, Quality, Reason } from '../../machines/index.js';

/** The vendor's code of each reason that an agent may give (source: the vendor's page). */
export const REASON_CODES = {
  dnd: 2,
  general: 11,
  training: 12,
  meeting: 13,
  dining: 14,
  activity: 15,
  custom1: 16,
  custom2: 17,
  custom3: 18,
} as const satisfies Record<Exclude<Reason, 'locked'>, number>;

/**
 * The code by which a system lock after missed calls may be announced
 * (inferred: 98 is "system locked" in the vendor's mobile SDK).
 */
const LOCKED_CODE = 98;

/** The vendor's letter of each grade of the media path (source: the vendor's page, `EventJanusLatency`). */
export const QUALITY_LETTERS = {
  veryGood: 'e',
  good: 'd',
  fair: 'c',
  poor: 'b',
  veryPoor: 'a',
} as const satisfies Record<Quality, string>;

export type QualityLetter = (typeof QUALITY_LETTERS)[Quality];

const REASONS = new Map<number, Reason>([
  [LOCKED_CODE, 'locked'],
  ...Object.entries(REASON_CODES).map(([reason, code]) => [code, reason as Reason] as const),
]);

const QUALITIES = new Map<string | undefined, Quality>(
  Object.entries(QUALITY_LETTERS).map(([quality, letter]) => [letter, quality as Quality]),
);

/** Whether an agent may give the code as a reason: 2 and 11 to 18. */
export function isReasonCode(code: number): boolean {
  return code !== LOCKED_CODE && REASONS.has(code);
}

/** The reason that a code stands for. */
export function reasonOf(code: number): NamedReason {
  return REASONS.get(code) ?? 'other';
}

/** The grade that a letter stands for; null for any other. */
export function qualityOf(letter: string | undefined): Quality | null {
  return QUALITIES.get(letter) ?? null;
}
