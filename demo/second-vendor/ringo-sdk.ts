/*
 * A made-up SDK with other verbs than Sobot's, other reasons and a promise for
 * every command, as a second vendor may bring them.
 */

/** An event of the service: `{ kind: 'offered', call: 'c1', from: '+49…' }`. */
export type RingoEvent =
  | { readonly kind: 'offered' | 'connected' | 'parked' | 'unparked' | 'finished'; readonly call: string; readonly from?: string }
  | { readonly kind: 'onDuty' }
  | { readonly kind: 'offDuty'; readonly why?: RingoReason };

export type RingoReason = 'lunch' | 'course' | 'quiet';

/** Each promise resolves when it is done, and rejects with an `Error` that has a `problem` when the service says no. */
export interface RingoSdk {
  connect(as: { readonly user: string; readonly team: string }): Promise<void>;
  startDuty(): Promise<void>;
  goOnDuty(): Promise<void>;
  goOffDuty(why: RingoReason): Promise<void>;
  pickUp(): Promise<void>;
  park(): Promise<void>;
  unpark(): Promise<void>;
  bye(): Promise<void>;
  listen(listener: (event: RingoEvent) => void): () => void;
}
