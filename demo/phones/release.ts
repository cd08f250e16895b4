import type { Core } from 'sip.js';

/** How a call ended, as the phone saw it. */
export interface Release {
  /** `lost`: the connection to the switch went, and with it the call. */
  readonly by: 'self' | 'far' | 'lost';
  /** SIP status with which a call was refused before it was answered, else null. */
  readonly status: number | null;
  /** Q.850 cause that the switch gave with it, or null. */
  readonly cause: number | null;
}

/** A message's `Reason: Q.850;cause=16` (RFC 3326), as far as it has one. */
export function causeIn(message: Pick<Core.IncomingMessage, 'getHeaders'>): number | null {
  const cause = message.getHeaders('Reason').flatMap((reason) => /Q\.850\s*;\s*cause=(\d+)/i.exec(reason)?.[1] ?? [])[0];
  return cause === undefined ? null : Number(cause);
}
