import type { WholeTwist, ValueTwist } from './twists.js';

/** The leg that a message is about, seen from the agent who gets it. */
export type LegChoice =
  /** The leg of the agent's call; without a call, that of a new one. */
  | 'customer'
  /** The leg to the third party; without one, a new one beside the customer's. */
  | 'consult'
  /** A leg that the agent has never heard of. */
  | 'stranger'
  /** The message names no leg. */
  | 'none';

/** By which of its ids a leg is named. */
export type Naming = 'callID and partyID' | 'callID' | 'partyID' | 'callID and callType';

/** The change made to the message when it is complete. */
export type Twist = ValueTwist | WholeTwist;

/**
 * A message of the server as data: it is drawn before the run and made by `messageOf` at its moment, so that it can
 * be about the call that is there then.
 */
export interface WireEvent {
  /**
   * - `wellFormed`: makes sense, though perhaps not now
   * - `malformed`: JSON can carry it, and it makes no sense: it changes nothing and is reported
   * - `hostile`: anything at all: nothing is thrown, and the state stays whole, whatever was believed of it
   */
  readonly kind: 'wellFormed' | 'malformed' | 'hostile';
  /** As it is on the wire: canonical, an alias, without `Event`, or with blanks around. */
  readonly messageID: string;
  readonly leg: LegChoice;
  readonly naming: Naming;
  /** Which of several legs that are not there yet: 1 to 3. */
  readonly number: number;
  /** Of a leg that is not there yet. */
  readonly callType: 'Inbound' | 'Outbound' | 'Internal';
  /** How long ago it happened, in ms, by `creationTime` (and the timestamps of a regain); null: without. */
  readonly age: number | null;
  /** Attributes beyond name, ids and times. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly twist: Twist | null;
  /** `EventHeld of the customer's leg, 5 s late`. */
  readonly words: string;
}
