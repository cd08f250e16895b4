import type { PhoneState } from '../phone.js';

/** The headers sent along with a call. */
export interface DialOptions {
  /** Further headers of the INVITE, by name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The number in whose name it calls (`P-Asserted-Identity`), for a trunk that the switch trusts. */
  readonly asserted?: string;
}

/** The actions on a call. */
export interface CallControls {
  /** Takes the call that rings. */
  answer(): Promise<void>;
  /** Refuses the call that rings. @param status SIP status; 486 busy, 603 declined. Default: 603 */
  reject(status?: number): Promise<void>;
  /** Ends the call, whatever it is in: refuses it while it rings, takes it back while it is dialed. */
  hangup(): Promise<void>;
  hold(): Promise<void>;
  retrieve(): Promise<void>;
  /** Silence goes out in place of the tone. */
  mute(): void;
  unmute(): void;
  /** Presses keys (`0`-`9`, `*`, `#`, `A`-`D`), 160 ms each; resolves when all have been sent. */
  sendDtmf(keys: string): Promise<void>;
  /**
   * Has the switch connect the other end with `target` (REFER), and leaves the call when the switch says
   * that it has done so; Asterisk says so while the target still rings.
   *
   * @throws PhoneError REJECTED with the status that the target gave; the call goes on
   */
  transfer(target: string): Promise<void>;
  /** Has the switch connect the other end with that of `other` (REFER with Replaces), and leaves both. */
  transferTo(other: SipCall): Promise<void>;
}

/** One call of a phone. */
export interface SipCall extends CallControls {
  /** Its Call-ID, the same on the switch. */
  readonly id: string;
  readonly direction: 'in' | 'out';
  /** `idle`: over. */
  readonly state: PhoneState;
  /** Number of the other end, as the switch says it; follows a transfer if the switch tells. */
  readonly remote: string;
  /** Its name, or an empty string. */
  readonly remoteName: string;
  readonly muted: boolean;
  /** Keys heard from the other end. */
  readonly keys: string;
  /** A header of the INVITE that has come in, or null. */
  header(name: string): string | null;
  /** As the phone's `hears`. */
  hears(ms?: number): readonly string[];
  /** As the phone's `loudness`. */
  loudness(ms?: number): number;
}
