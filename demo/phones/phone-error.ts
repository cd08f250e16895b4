/**
 * Why a phone did not do what it was asked for.
 *
 * - `WRONG_STATE` it is in no call that this can be done to; nothing was sent
 * - `INVALID_PARAMETER` a number, key or header that there cannot be; nothing was sent
 * - `REJECTED` the switch said no; `status` is its SIP status
 * - `GONE` the call ended before it was done
 * - `TIMEOUT` nothing was heard within the deadline
 * - `UNREACHABLE` there is no connection to the switch
 * - `CLOSED` the phone has been closed
 * - `FAILED` anything else; `cause` says what
 */
export type PhoneErrorCode = 'WRONG_STATE' | 'INVALID_PARAMETER' | 'REJECTED' | 'GONE' | 'TIMEOUT' | 'UNREACHABLE' | 'CLOSED' | 'FAILED';

/** The error that every promise of a phone rejects with. */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';
  readonly code: PhoneErrorCode;
  /** The SIP status of a refusal, else null. */
  readonly status: number | null;

  constructor(code: PhoneErrorCode, message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? null;
  }
}
