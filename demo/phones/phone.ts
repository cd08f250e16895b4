import type { CallControls, DialOptions, SipCall } from './call/call.js';
import type { AutoAnswer } from './options.js';
import type { PhoneEvent } from './phone-event.js';
import type { Release } from './release.js';

/**
 * The state of a phone.
 *
 * - `idle` no call
 * - `dialing` it has called somebody who has not answered yet
 * - `ringing` it is called
 * - `talking`
 * - `holding` it has put the call on hold
 * - `held` the switch has told it that it is on hold; a switch that plays music to it does not tell
 */
export type PhoneState = 'idle' | 'dialing' | 'ringing' | 'talking' | 'holding' | 'held';

/**
 * A SIP phone with real audio: it says a tone of its own, and tells whose tones it hears.
 *
 * Its controls act on the call in hand: the last one that is not on hold, else the last one; `retrieve` on the last
 * one on hold. Taking a call, or taking it back, puts the one in hand on hold first. All of
 * them reject with a `PhoneError`, TIMEOUT after the deadline at the latest; WRONG_STATE if there is
 * no such call.
 */
export interface SipPhone extends CallControls {
  readonly ext: string;
  readonly state: PhoneState;
  /** Its WebSocket is open, as far as it knows. */
  readonly connected: boolean;
  readonly registered: boolean;
  readonly muted: boolean;
  /** The call in hand, or null. */
  readonly call: SipCall | null;
  readonly calls: readonly SipCall[];
  /** How its last call ended; null before. */
  readonly lastRelease: Release | null;
  /** Keys it has heard in its last call. */
  readonly keys: string;
  /** From the next call on. */
  autoAnswer: AutoAnswer;

  /** Connects, if need be, and can be called from then on. @throws PhoneError REJECTED: wrong password, say */
  register(): Promise<void>;
  /** Cannot be called any more. Calls go on. */
  unregister(): Promise<void>;
  /** Calls `target`; resolves when the INVITE is out. @throws PhoneError UNREACHABLE */
  dial(target: string, options?: DialOptions): Promise<SipCall>;

  /** Extensions of those whose tones it has heard for most of the last `ms` (default 200), sorted. Music is nobody. */
  hears(ms?: number): readonly string[];
  /** How loud it was in the last `ms` (default 200), in dB below the loudest possible; -Infinity is silence. */
  loudness(ms?: number): number;
  /**
   * Resolves when the phone is in this state, or when the condition is true.
   *
   * @param ms how long to wait at most; default: the phone's deadline
   */
  until(condition: PhoneState | ((phone: SipPhone) => boolean), ms?: number): Promise<void>;
  /** Calls `listener` for each event; returns how to stop it. */
  subscribe(listener: (event: PhoneEvent) => void): () => void;

  /**
   * Its connection breaks, without a closing handshake and without a word to the switch: its calls and
   * its registration are gone for the phone, and the switch has to find out. `silent`: the cable is
   * pulled, so that the connection seems open on both ends, but nothing goes out or comes in any more.
   */
  dropConnection(options?: { readonly silent?: boolean }): void;
  /** Hangs up, unregisters and lets go of everything. It cannot be used any more. */
  close(): Promise<void>;
  /** Closed, and without any socket or timer left. */
  readonly isShutdown: boolean;
}
