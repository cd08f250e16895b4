import type { Session } from 'sip.js';
import { PhoneError } from '../phone-error.js';

/** Both ends have changed the call at the same moment (RFC 3261, section 14.1). */
const REQUEST_PENDING = 491;
/** Shorter than the standard's, which is made for the open internet. */
const RETRY_AFTER_MS = 150;

/** The switch's answer to a new description of the call: its SIP status. */
function offer(session: Session): Promise<number> {
  return new Promise((resolve, reject) => {
    session
      .invite({
        requestDelegate: {
          onAccept: ({ message }) => resolve(message.statusCode ?? 200),
          onReject: ({ message }) => resolve(message.statusCode ?? 500),
        },
      })
      .catch(reject);
  });
}

/**
 * Tells the switch the call's new description, again if it was changing the call at the same moment.
 *
 * @param wanted whether it is still worth trying
 * @throws PhoneError REJECTED
 */
export async function reInvite(session: Session, wanted: () => boolean): Promise<void> {
  for (;;) {
    const status = await offer(session);
    if (status < 300) return;
    if (status !== REQUEST_PENDING || !wanted()) {
      throw new PhoneError('REJECTED', `The switch refused to change the call: ${status}.`, { status });
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
}
