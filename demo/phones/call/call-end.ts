import { SessionState, type Core, type Invitation, type Inviter } from 'sip.js';
import { PhoneError } from '../phone-error.js';
import { causeIn, type Release } from '../release.js';

/** The end of a call, and the side that brought it about: the first one told of. */
export class CallEnd {
  readonly #onOver: (release: Release) => void;
  #release: Release | null = null;
  #over = false;
  #reject: (error: PhoneError) => void = () => undefined;
  /** Rejects with GONE when the call is over. */
  readonly gone: Promise<never>;

  constructor(session: Inviter | Invitation, onOver: (release: Release) => void) {
    this.#onOver = onOver;
    this.gone = new Promise((_, reject) => (this.#reject = reject));
    // Usually nobody waits for it.
    this.gone.catch(() => undefined);
    session.stateChange.addListener((state) => {
      // SIP.js tells that a call was refused after it has ended.
      if (state === SessionState.Terminated) queueMicrotask(() => this.come());
    });
  }

  /** This end is about to end it. @param status with which it is refused */
  bySelf(status: number | null = null): void {
    this.#release ??= { by: 'self', status, cause: null };
  }

  /** The other end has ended it. */
  byFar(request: Core.IncomingRequestMessage): void {
    this.#release ??= { by: 'far', status: null, cause: causeIn(request) };
  }

  /** The other end does not want it. */
  refused(response: Core.IncomingResponseMessage): void {
    this.#release ??= { by: 'far', status: response.statusCode ?? null, cause: causeIn(response) };
  }

  lost(): void {
    this.#release ??= { by: 'lost', status: null, cause: null };
  }

  /** It is over now. */
  come(): void {
    if (this.#over) return;
    this.#over = true;
    this.#reject(new PhoneError('GONE', 'The call has ended.'));
    this.#onOver(this.#release ?? { by: 'far', status: null, cause: null });
  }
}
