/**
 * The remote control could not do what it was asked for.
 *
 * - `refused` the floor says no: there is no such agent, a phone that is idle was to answer, …
 * - `disconnected` there is no connection; whether it was done is not known
 * - `closed` the server closed the connection for good: it does not allow control, say
 */
export class FloorError extends Error {
  override readonly name = 'FloorError';
  readonly code: 'refused' | 'disconnected' | 'closed';

  constructor(code: FloorError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
