/**
 * The state of a phone, by the sound that its user hears.
 *
 * - `idle` nothing: there is no call
 * - `dialing` the ringing tone
 * - `ringing` the phone itself
 * - `talking` the peers; nobody yet, or nobody any more, while the switch is about to change something
 * - `held` music, or nothing, as its user has put the call on hold
 */
export type HandsetState = 'idle' | 'dialing' | 'ringing' | 'talking' | 'held';

/** A phone in somebody's hand: on the simulated switch, or a real one on a real switch. */
export interface Handset {
  readonly state: HandsetState;
  /** Extensions and numbers of those who are heard. */
  readonly peers: readonly string[];
  /** Why the last call ended; null before. */
  readonly lastRelease: string | null;
  answer(): void | Promise<void>;
  hangup(): void | Promise<void>;
}

/** One that calls the centre. */
export interface CustomerHandset extends Handset {
  dial(target: string): void | Promise<void>;
}
