import type { Sight } from './day.js';
import type { DayName } from './days/index.js';

/** A day on which the page shows something wrong, as is known. */
export interface KnownFailure {
  /** The view shown in place of the first expectation that is not met. */
  readonly shown: Sight;
  /** Which rule is not kept. */
  readonly why: string;
}

/**
 * Days that fail today. The list can only shrink: one that no longer fails, or fails otherwise, fails the tests until
 * it is taken off.
 */
export const KNOWN_FAILURES: { readonly [Name in DayName]?: KnownFailure } = {};
