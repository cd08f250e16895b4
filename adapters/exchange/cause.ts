/**
 * Why a leg ended.
 *
 * - `normal` someone hung up
 * - `cancelled` the calling side gave up, or the switch took the call back, before the answer
 * - `rejected` the called side refused it
 * - `noAnswer` it rang until the time was over
 * - `busy` the phone is on another call
 * - `unavailable` the phone is not registered
 * - `unknown` there is no such number
 * - `answeredElsewhere` another phone that rang for the same call has taken it
 * - `lost` the phone, or the switch, is gone
 */
export type ReleaseCause =
  'normal' | 'cancelled' | 'rejected' | 'noAnswer' | 'busy' | 'unavailable' | 'unknown' | 'answeredElsewhere' | 'lost';

/**
 * Why an operation was not done.
 *
 * - `gone` a leg it was for is over
 * - `wrongState` the leg is not in a state that allows it
 * - `unreachable` the switch does not answer
 * - `failed` anything else; `detail` says what
 */
export interface ExchangeError {
  readonly cause: 'gone' | 'wrongState' | 'unreachable' | 'failed';
  readonly detail?: string;
}

/** Called once when an operation has ended; without an error: it was done. Never called at once. */
export type Done = (error?: ExchangeError) => void;
