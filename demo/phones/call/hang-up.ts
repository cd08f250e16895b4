import { Invitation, SessionState, type Inviter } from 'sip.js';

/** The user of the called phone does not want the call. */
export const DECLINED = 603;

/** Says goodbye; resolves when the switch has confirmed it, with whatever. */
function bye(session: Inviter | Invitation): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => resolve();
    session.bye({ requestDelegate: { onAccept: done, onReject: done, onRedirect: done } }).catch(reject);
  });
}

/** Takes back a call that nobody has answered; resolves when the switch has let go of it. */
function cancel(session: Inviter): Promise<void> {
  return new Promise((resolve, reject) => {
    session.stateChange.addListener((state) => {
      if (state === SessionState.Terminated) resolve();
    });
    session.cancel().catch(reject);
  });
}

/** Ends a session in the way that fits what it is in. */
export async function hangUp(session: Inviter | Invitation): Promise<void> {
  if (session.state === SessionState.Established) await bye(session);
  else if (session instanceof Invitation) await session.reject({ statusCode: DECLINED });
  else await cancel(session);
}
