import type { Clock } from '../../../exchange/index.js';
import type { ReconnectOptions } from './backoff.js';
import type { WebSocketConstructor } from '../../../web-socket/index.js';

/** Options of everything that connects to a served call centre. */
export interface ConnectOptions {
  /** Default: the platform's; Node 20 has none. */
  WebSocket?: WebSocketConstructor;
  /** Time for waits and for noticing that the server is silent. Default: real time. */
  clock?: Clock;
  /** How to connect again after a loss; false: not at all. Default: without end, with growing waits. */
  reconnect?: ReconnectOptions | false;
  /** How long one attempt to connect may take, in ms. Default: 10000. */
  connectTimeout?: number;
  /** At least 0, below 1; spreads the waits. Default: `Math.random`. */
  random?: () => number;
  /** Gets what a handler or an observer throws. Default: it is thrown out of a timer of the clock. */
  onError?: (error: unknown) => void;
}

/**
 * - `connecting` no connection yet, or on the way back to one
 * - `open` the server has said welcome
 * - `waiting` lost; the next attempt comes
 * - `closed` for good: by `close()`, by the server, or after the last attempt
 */
export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'closed';
