/**
 * A call centre over WebSocket, for Node: to serve one, and to connect to one from a process. Pages
 * import `connectToCallCentre` and `connectToFloor` from `switchhook/simulator`.
 *
 * @example
 * const centre = createCallCentre(DEFAULT_FLOOR);
 * const server = await serveCallCentre(centre, { port: 0, allowControl: true });
 * const sdk = connectNodeToCallCentre(server.url);
 */
import { connectToCallCentre } from './client.js';
import type { ConnectOptions } from './client/connect-options.js';
import type { RemoteFloor } from './client/remote-floor.js';
import type { RemoteSdk } from './client/remote-sdk.js';
import { connectToFloor } from './floor-client.js';
import { nodeWebSocket } from './node-socket.js';

/** `connectToCallCentre` with the WebSocket of `ws`. */
export function connectNodeToCallCentre(url: string | URL, options: ConnectOptions = {}): RemoteSdk {
  return connectToCallCentre(url, { WebSocket: nodeWebSocket, ...options });
}

/** `connectToFloor` with the WebSocket of `ws`. */
export function connectNodeToFloor(url: string | URL, options: ConnectOptions = {}): RemoteFloor {
  return connectToFloor(url, { WebSocket: nodeWebSocket, ...options });
}

export { serveCallCentre } from './server/serve-call-centre.js';
export { ListenError } from '../../node/index.js';
export { DEFAULT_FLOOR } from './cli/default-floor.js';

export type { CallCentreServer } from './server/serve-call-centre.js';
export type { ServerOptions } from './server/options.js';
export type { ConnectionState, ConnectOptions } from './client/connect-options.js';
export type { RemoteFloor } from './client/remote-floor.js';
export type { RemoteSdk } from './client/remote-sdk.js';
