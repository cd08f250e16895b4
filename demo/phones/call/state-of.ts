import { Invitation, SessionState, type Session } from 'sip.js';
import type { PhoneState } from '../phone.js';

/** The state of a session, as the user of a phone sees it; `idle` when it is over. */
export function stateOf(session: Session, on: { holding: boolean; heldByFar: boolean }): PhoneState {
  switch (session.state) {
    case SessionState.Initial:
    case SessionState.Establishing:
      return session instanceof Invitation ? 'ringing' : 'dialing';
    case SessionState.Established:
      if (on.holding) return 'holding';
      return on.heldByFar ? 'held' : 'talking';
    case SessionState.Terminating:
    case SessionState.Terminated:
      return 'idle';
  }
}
