import type { Address, LegView } from '../../exchange/index.js';
import type { Conversation } from './conversations.js';

/** A leg, as the PBX has reported it: the channel to one phone. */
export interface Leg {
  readonly id: string;
  /** Id of the channel. */
  readonly channel: string;
  readonly address: Address;
  /** The channel's name; null until the PBX has told it. */
  name: string | null;
  state: LegView['state'];
  /** Whether it was told that there is this leg. */
  announced: boolean;
  /** The last word of the PBX about dialling it, such as `RINGING` or `BUSY`. */
  dialStatus: string;
  muted: boolean;
  /** Whether the channel is in our application, so that it can be moved into bridges. */
  inApp: boolean;
  /** The conversation it is in, or has come from and holds; null before the first. */
  conversation: Conversation | null;
  /** The bridge it is in now, or null. */
  bridge: string | null;
  /** The phone itself has put the talk on hold. */
  phoneHolds: boolean;
  /** An operation moves it between bridges, and tells itself what comes of that. */
  moving: boolean;
  /** The PBX is about to end it. */
  ending: boolean;
  /** Runs when the leg is taken, or over: stops the end of its ringing. */
  stopRinging: (() => void) | null;
}

export interface NewLeg {
  readonly id: string;
  readonly channel: string;
  readonly address: Address;
  readonly state: LegView['state'];
}

export function createLeg(given: NewLeg): Leg {
  return {
    ...given,
    name: null,
    announced: false,
    dialStatus: '',
    muted: false,
    inApp: false,
    conversation: null,
    bridge: null,
    phoneHolds: false,
    moving: false,
    ending: false,
    stopRinging: null,
  };
}

export function viewOf({ id, address, conversation, state, muted }: Leg): LegView {
  return { leg: id, address, conversation: conversation?.id ?? null, state, muted };
}
