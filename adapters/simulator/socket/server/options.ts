import { createRealClock, type Clock } from '../../../exchange/index.js';
import { MAX_TO_SERVER } from '../protocol/limits.js';

/** Options of `serveCallCentre`. */
export interface ServerOptions {
  /** 0: any that is free. Default: 8787. */
  port?: number;
  /** The address to listen on. Default: `127.0.0.1`, which nobody but this machine can reach. */
  host?: string;
  /** Whether `connectToFloor` may move customers, set up faults and read the truth. Default: false. */
  allowControl?: boolean;
  /**
   * Origins whose pages may connect, such as `https://desk.example`; `*` for all. Programs that are
   * no browser name none, and always may. Default: pages from this machine (`localhost`).
   */
  origins?: readonly string[];
  /** Time for heartbeats, rates and sessions; best the call centre's own. Default: real time. */
  clock?: Clock;
  /** How often each client is asked for a sign of life, in s; it is given up after three. Default: 5. */
  heartbeatSeconds?: number;
  /** How long the session of a lost client is kept for it, in s. Default: 120. */
  sessionSeconds?: number;
  /** How long a client may take for its first message, in s. Default: 5. */
  helloSeconds?: number;
  /** Most clients at a time, and most lost ones whose session is kept. Default: 200. */
  maxClients?: number;
  /** Longest message of a client, in bytes. Default: 65536. */
  maxMessageBytes?: number;
  /** Most that may wait for a client that reads too slowly, in bytes, before it is given up. Default: 4194304. */
  maxBufferedBytes?: number;
  /** Messages of one client per second in the long run. Default: 50. */
  messagesPerSecond?: number;
  /** Messages of one client at once. Default: 100. */
  messageBurst?: number;
  /** Refused messages, of which one is forgotten every 10 s, after which a client is closed. Default: 10. */
  maxOffences?: number;
}

/** The options with every default filled in. */
export type ResolvedServerOptions = Required<Omit<ServerOptions, 'origins'>> & Pick<ServerOptions, 'origins'>;

export function resolveServerOptions(options: ServerOptions): ResolvedServerOptions {
  return {
    port: 8787,
    host: '127.0.0.1',
    allowControl: false,
    clock: createRealClock(),
    heartbeatSeconds: 5,
    sessionSeconds: 120,
    helloSeconds: 5,
    maxClients: 200,
    maxMessageBytes: MAX_TO_SERVER,
    maxBufferedBytes: 4 * 1024 * 1024,
    messagesPerSecond: 50,
    messageBurst: 100,
    maxOffences: 10,
    ...options,
  };
}
