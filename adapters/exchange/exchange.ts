import type { Address } from './address.js';
import type { Done, ReleaseCause } from './cause.js';
import type { ExchangeEvent } from './events.js';

/** An outgoing leg to set up. */
export interface DialRequest {
  /** The id of the leg; new, chosen by the caller. */
  readonly leg: string;
  readonly to: Address;
  /** The number the called phone shows. */
  readonly display: string;
  /** The phone is its user's own and was asked to make a call: it answers by itself. */
  readonly autoAnswer: boolean;
  /** How long it may ring, in ms, before the leg is released as `noAnswer`; null: no limit. */
  readonly ringFor: number | null;
  /** The called phone may be on a call: it is told of this one beside it. Default: such a phone is busy. */
  readonly knocks?: boolean;
}

/** A leg, as the switch has it. */
export interface LegView {
  readonly leg: string;
  /** The other end of the leg: whose phone it is. */
  readonly address: Address;
  /** The conversation it is in, or null. */
  readonly conversation: string | null;
  readonly state: 'dialing' | 'alerting' | 'incoming' | 'up';
  readonly muted: boolean;
}

/** `unknown`: the switch has no such extension. A number outside is always `available`. */
export type Reachability = 'available' | 'unregistered' | 'unknown';

/**
 * The switch, as the desk sees it: legs to phones, and conversations that connect legs. It knows
 * nothing of agents, queues or the vendor.
 *
 * Every operation only asks: it returns at once, its `done` is called later, and its effects are
 * told as events, which may also come without having been asked for (somebody presses hold on the
 * phone itself). Events come before the `done` of the operation that led to them, in the order in
 * which the switch reports them. The simulated exchange is one implementation, Asterisk another.
 */
export interface Exchange {
  /** Calls `listener` for each event; returns how to stop it. */
  subscribe(listener: (event: ExchangeEvent) => void): () => void;

  /** Whether a call to this phone has a chance, as far as is known. */
  reachable(address: Address): Reachability;

  /** Sets up a leg: `dialing`, then `alerting`, `answered` or `released`. */
  dial(request: DialRequest, done: Done): void;
  /** Has a ringing phone take the call: `answered`. */
  answer(leg: string, done: Done): void;
  /** Ends a leg: `released`. */
  release(leg: string, cause: ReleaseCause, done: Done): void;

  /**
   * Lets these legs hear each other in `conversation`, which exists from then on, with the legs that
   * are there already: `connected`. A leg that is elsewhere is taken from there; an incoming leg is
   * answered first.
   */
  connect(conversation: string, legs: readonly string[], done: Done): void;
  /** The leg leaves the talk, but stays on its conversation; the others hear music: `held`. */
  hold(conversation: string, leg: string, done: Done): void;
  /** The leg talks in its conversation again, wherever it was meanwhile: `retrieved`. */
  retrieve(conversation: string, leg: string, done: Done): void;

  /** Nobody hears the leg any more: `muted`. */
  mute(leg: string, done: Done): void;
  unmute(leg: string, done: Done): void;
  /** Plays keys to the others in the leg's conversation: `keysSent`. */
  sendKeys(leg: string, keys: string, done: Done): void;

  /** All legs there are. */
  legs(): readonly LegView[];
  /** Operations that have been asked for and are not done. */
  pending(): number;
  /** Lets go of connections and timers; legs of a real switch stay what they are. */
  dispose(): void;
}
