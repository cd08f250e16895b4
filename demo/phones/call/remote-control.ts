import type { Core } from 'sip.js';

/** Keys of a phone that the switch can press: take the call, or take it back; put it on hold. */
export type RemoteKey = 'talk' | 'hold';

/** A NOTIFY, within a call or outside of any. */
export interface Notify {
  readonly message: Pick<Core.IncomingRequestMessage, 'getHeader'>;
  accept(): unknown;
  reject(options: { statusCode: number }): unknown;
}

/**
 * Answers a NOTIFY with which a switch presses a key: `Event: talk` or `Event: hold`, as desk phones
 * have long understood it (no standard says so). Any other event is refused with 489.
 */
export function takeRemoteKey(notify: Notify, press: (key: RemoteKey) => void): void {
  const event = (notify.message.getHeader('Event') ?? '').split(';')[0]?.trim().toLowerCase();
  if (event !== 'talk' && event !== 'hold') {
    notify.reject({ statusCode: 489 });
    return;
  }
  notify.accept();
  press(event);
}
