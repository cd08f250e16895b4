import type { Known, SobotMessageFields } from './fields.js';

/**
 * The quality of the way to the media service, with a web phone only. Source: the vendor's page,
 * which lists no `messageID` for it; that it has one is inferred from all other messages.
 */
export interface SobotLatencyMessage<Name extends string = string> extends SobotMessageFields<Name> {
  /** Delay, in ms. */
  readonly ping?: number;
  /** Variation of the delay, in ms. */
  readonly jitter?: number;
  /** Rate of packets lost. Its unit is not documented. */
  readonly loss?: string;
  /** From `e`, very good, down to `a`, very poor. */
  readonly quality?: Known<'e' | 'd' | 'c' | 'b' | 'a'>;
}

/** An extension or a phone was registered, or lost. Source: inferred. */
export interface SobotDeviceMessage<Name extends string = string> extends SobotMessageFields<Name> {
  /** The extension. */
  readonly thisDN?: string;
}

/** The channel to the service was lost and is there again. Source: the vendor's mobile SDKs. */
export interface SobotChannelMessage<Name extends string = string> extends SobotMessageFields<Name> {
  readonly simpSessionId?: string;
  readonly currentInstanceId?: string;
}
