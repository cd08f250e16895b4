import type { AnswerScript } from '../options/floor-options.js';
import type { ReleaseCause } from '../../exchange/index.js';

/** The state of a phone; `held`: somebody else has put it on hold. */
export type PhoneState = 'idle' | 'dialing' | 'ringing' | 'talking' | 'held';

/** Any phone of the simulated exchange, as its user has it in hand. */
export interface Phone {
  /** The state of the call in hand. */
  readonly state: PhoneState;
  /** The states of its calls, the one in hand first: with call waiting there may be several. */
  readonly lines: readonly PhoneState[];
  /** How its last call ended; null before. */
  readonly lastRelease: ReleaseCause | null;
  /** Extensions and numbers of those it is talking with now. */
  readonly peers: readonly string[];
  /** Keys it has heard in this call. */
  readonly keys: string;
  /** Sets its reaction to calls, from the next one on. */
  script(answer: AnswerScript): void;
  /** Takes the call; a talk in hand is put on hold. @throws Error unless it rings, or a call knocks */
  answer(): void;
  /** The caller hears that the call was declined. @throws Error unless it rings, or a call knocks */
  reject(): void;
  /** Ends the call in hand. @throws Error if it is idle */
  hangup(): void;
  /** Its keypad: those it talks with hear the keys. @throws Error unless it is in a talk */
  press(keys: string): void;
}

/** A phone in the telephone network: a customer's, a third party's, or an agent's own (`pstn`). */
export interface Customer extends Phone {
  /** By which it is called. */
  readonly number: string;
  /** As the floor's options name it, or null. */
  readonly name: string | null;
  /**
   * Calls the centre: an agent (work number), a queue (name or number) or an extension. Without such
   * a target it hears that there is none (`lastRelease` is `unknown`).
   *
   * @throws Error unless it is idle
   */
  dial(target: string, options?: { attachedData?: Readonly<Record<string, unknown>> }): void;
}

/** A phone with an extension. Registered by itself while an agent is signed in with it as `webrtc`. */
export interface Device extends Phone {
  /** Its extension. */
  readonly ext: string;
  /** Calls can reach it. */
  readonly registered: boolean;
  /** Its registration is back. Nothing happens while it is a web phone whose page is not there. */
  register(): void;
  /**
   * It loses its registration, also as a web phone whose page is there (whose media link has failed, say): calls cannot
   * reach it any more; one it is in goes on. The service tells its agent, see the behaviours `registrationTold` and
   * `phoneLost`, and `truth().device` is `lost`.
   *
   * @field a phone that loses its registration
   */
  unregister(): void;
  /**
   * Its own hold key. @throws Error unless it is in a talk
   *
   * @field hold pressed on the phone itself, in a talk, a consult or a conference
   */
  hold(): void;
  /** Takes a talk back, and puts the one in hand on hold. @throws Error unless it has put a talk on hold */
  retrieve(): void;
  /**
   * Its line keys, in a consult whose third party has answered: the talk in hand is held, if not held already, and
   * the other one retrieved. Held and retrieved are told of each leg, in this order. Inferred: SIP phones with two lines do so.
   *
   * @throws Error unless it is in one talk and holds another
   *
   * @field a consult swapped, and swapped back
   */
  swap(): void;
}
