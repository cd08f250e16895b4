import type { Notification, Session, URI } from 'sip.js';
import { PhoneError } from '../phone-error.js';

export interface ReferOptions {
  readonly onProgress: (status: number) => void;
  /** A NOTIFY that is not about the transfer. */
  readonly onOther: (notification: Notification) => void;
}

/** The status of the new call that a NOTIFY tells (`SIP/2.0 180 Ringing`, RFC 3515), or null. */
function statusIn(notification: Notification): number | null {
  const status = /^SIP\/2\.0 (\d{3})/.exec(notification.request.body)?.[1];
  return status === undefined ? null : Number(status);
}

/**
 * Asks the switch to connect the other end elsewhere; resolves when it says that this is done.
 *
 * @throws PhoneError REJECTED with the status of the REFER, or of the new call
 */
export function refer(session: Session, target: URI | Session, options: ReferOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (status: number): void => reject(new PhoneError('REJECTED', `The call was not transferred: ${status}.`, { status }));
    session
      .refer(target, {
        // SIP.js brings every NOTIFY of the call here from now on.
        onNotify: (notification) => {
          if (!/^refer\b/i.test(notification.request.getHeader('Event') ?? '')) {
            options.onOther(notification);
            return;
          }
          void notification.accept();
          const status = statusIn(notification);
          if (status === null) return;
          options.onProgress(status);
          if (status >= 300) refused(status);
          else if (status >= 200) resolve();
        },
        requestDelegate: { onReject: ({ message }) => refused(message.statusCode ?? 500) },
      })
      .catch(reject);
  });
}
