import type { Release } from './release.js';

/** An event of the phone itself. */
type LineEvent =
  | { readonly type: 'connected' | 'registered' | 'unregistered' }
  /** `error` is null if the phone itself has hung up the line. */
  | { readonly type: 'disconnected'; readonly error: Error | null };

/** An event of one of its calls; `call` is the Call-ID. */
type CallEvent = { readonly call: string } & (
  | { readonly type: 'incoming'; readonly from: string; readonly name: string }
  | { readonly type: 'dialing'; readonly to: string }
  /** The other end rings (180), or the switch plays something (183). */
  | { readonly type: 'alerting'; readonly status: number }
  | { readonly type: 'answered' }
  /** This phone has put the call on hold, or has taken it back. */
  | { readonly type: 'holding' | 'retrieved' }
  /** The switch has. */
  | { readonly type: 'heldByFar' | 'retrievedByFar' }
  | { readonly type: 'muted' | 'unmuted' }
  /** A key of the other end. */
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'keysSent'; readonly keys: string }
  /** How a transfer goes on: the SIP status of the new call. */
  | { readonly type: 'transferring'; readonly status: number }
  /** The switch has pressed a key of the phone from afar. */
  | { readonly type: 'remoteControl'; readonly event: 'talk' | 'hold' }
  | { readonly type: 'released'; readonly release: Release }
);

/** An event that a phone saw, and its time (epoch ms). */
export type PhoneEvent = { readonly at: number; readonly ext: string } & (LineEvent | CallEvent);

/** An event before the phone has put its name and the time to it. */
export type LineNews = LineEvent;
export type CallNews = CallEvent extends infer Event ? (Event extends CallEvent ? Omit<Event, 'call'> : never) : never;
