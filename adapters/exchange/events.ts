import type { Address } from './address.js';
import type { ReleaseCause } from './cause.js';

/** Somebody has called the switch; `to` is what was dialled. */
export interface IncomingEvent {
  readonly type: 'incoming';
  readonly leg: string;
  readonly from: Address;
  readonly to: string;
  /** Business data that came with the call. */
  readonly attachedData?: Readonly<Record<string, unknown>>;
}

/** An outgoing leg is being set up (`dialing`), its phone rings (`alerting`), is taken (`answered`). */
export interface LegProgressEvent {
  readonly type: 'dialing' | 'alerting' | 'answered';
  readonly leg: string;
}

/** These legs are in the talk of this conversation now. */
export interface ConnectedEvent {
  readonly type: 'connected';
  readonly conversation: string;
  readonly legs: readonly string[];
}

/** The leg has put its conversation on hold, or is back in it. */
export interface HoldEvent {
  readonly type: 'held' | 'retrieved';
  readonly conversation: string;
  readonly leg: string;
}

export interface MuteEvent {
  readonly type: 'muted' | 'unmuted';
  readonly leg: string;
}

export interface KeysSentEvent {
  readonly type: 'keysSent';
  readonly leg: string;
  readonly keys: string;
}

/** The leg is over; its id is never used again. */
export interface ReleasedEvent {
  readonly type: 'released';
  readonly leg: string;
  readonly cause: ReleaseCause;
}

/** A phone can be reached from now on, or cannot any more. Its legs are told apart from that. */
export interface RegistrationEvent {
  readonly type: 'registered' | 'unregistered';
  readonly ext: string;
}

/** An event that a switch reports. */
export type ExchangeEvent =
  IncomingEvent | LegProgressEvent | ConnectedEvent | HoldEvent | MuteEvent | KeysSentEvent | ReleasedEvent | RegistrationEvent;
