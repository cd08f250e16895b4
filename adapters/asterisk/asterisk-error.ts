/**
 * The obstacle.
 *
 * - `unreachable` nothing answers at the address
 * - `credentials` the PBX does not know this user and password, or lets it only read
 * - `noAri` something answers, but not ARI
 * - `moduleMissing` a module of Asterisk that is needed is not loaded
 * - `appTaken` another process has connected as the same Stasis application
 * - `refused` the PBX answers in a way that cannot be made sense of
 */
export type AsteriskErrorCode = 'unreachable' | 'credentials' | 'noAri' | 'moduleMissing' | 'appTaken' | 'refused';

/** The PBX cannot be used as things are. The message says why, and what to do; it never carries a password. */
export class AsteriskError extends Error {
  override readonly name = 'AsteriskError';

  constructor(
    readonly code: AsteriskErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
