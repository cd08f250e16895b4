/** What the user of a phone can do, by name. Without a registration calls go on; without a connection the phone knows of none. */
export type Gesture = 'answer' | 'reject' | 'hangup' | 'hold' | 'retrieve' | 'register' | 'unregister' | 'loseConnection';

/** What a phone is doing; whether it talks or only waits in a talk is told by what it hears. */
export type Handset = 'idle' | 'dialing' | 'ringing' | 'connected';

/** A phone of the stage, as its user has it in hand: simulated, or a SIP phone with real audio. */
export interface PhoneInHand {
  /** Its extension or number. */
  readonly dn: string;
  readonly state: Handset;
  /** What each of its calls is doing. */
  readonly lines: readonly Handset[];
  /** Extensions and numbers of those it hears, sorted. */
  readonly hears: readonly string[];
  /** Keys it has heard in its last call. */
  readonly keys: string;
  /** How its last call ended, in the words of the exchange; null before. */
  readonly lastRelease: string | null;
  /** Does it; what comes of it is seen later. */
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
