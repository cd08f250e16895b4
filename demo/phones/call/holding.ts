import type { Invitation, Inviter } from 'sip.js';
import type { AudioSession } from '../media/audio-session.js';
import { PhoneError } from '../phone-error.js';
import { reInvite } from './re-invite.js';

/** Whether a call is on hold at this phone, as far as the switch has agreed to it. */
export class Holding {
  readonly #session: Inviter | Invitation;
  readonly #audio: AudioSession;
  #holding = false;
  #changing = false;

  constructor(session: Inviter | Invitation, audio: AudioSession) {
    this.#session = session;
    this.#audio = audio;
  }

  get holding(): boolean {
    return this.#holding;
  }

  /**
   * Tells the switch.
   *
   * @param waiting makes the promise one that ends with the call, or at the deadline
   * @throws PhoneError WRONG_STATE while the last change is under way
   */
  async change(holding: boolean, waiting: (told: Promise<void>) => Promise<void>): Promise<void> {
    if (this.#changing) throw new PhoneError('WRONG_STATE', 'The call is being put on hold or retrieved already.');
    this.#changing = true;
    this.#audio.holding = holding;
    try {
      await waiting(reInvite(this.#session, () => this.#changing));
      this.#holding = holding;
    } finally {
      this.#changing = false;
      this.#audio.holding = this.#holding;
    }
  }
}
