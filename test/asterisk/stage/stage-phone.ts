/** Actions of a phone's user. Without a registration calls go on; without a connection the phone knows of none. */
export type Gesture = 'answer' | 'reject' | 'hangup' | 'hold' | 'retrieve' | 'register' | 'unregister' | 'loseConnection';

/** The state of a phone; only `hears` tells whether it talks or waits in a talk. */
export type Handset = 'idle' | 'dialing' | 'ringing' | 'connected';

/** A phone of the stage, as its user has it in hand: simulated, or a SIP phone with real audio. */
export interface PhoneInHand {
  /** Its extension or number. */
  readonly dn: string;
  readonly state: Handset;
  /** The state of each of its calls. */
  readonly lines: readonly Handset[];
  /** Extensions and numbers of those it hears, sorted. */
  readonly hears: readonly string[];
  /** Keys it has heard in its last call. */
  readonly keys: string;
  /** How its last call ended, in the words of the exchange; null before. */
  readonly lastRelease: string | null;
  /** Does it; the result is seen later. */
  act(gesture: Gesture): void | Promise<void>;
  dial(to: string): void | Promise<void>;
  press(keys: string): void | Promise<void>;
}

/** The same, with everything coming to rest after each gesture; `hears` is what it was when everybody last agreed. */
export interface StagePhone extends PhoneInHand {
  /** Does it, and waits until everything has come to rest. */
  does(gesture: Gesture): Promise<void>;
  calls(to: string): Promise<void>;
  presses(keys: string): Promise<void>;
}
