import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { isAllowedOrigin, listen, refuseUpgrade } from '../../../node/index.js';
import type { CallCentre } from '../../call-centre.js';
import { CLOSE_CODES } from '../protocol/close-codes.js';
import { Connection } from './connection.js';
import { resolveServerOptions, type ServerOptions } from './options.js';
import { createReception } from './reception.js';
import { Sessions } from './sessions.js';

/** A call centre that can be reached over WebSocket. */
export interface CallCentreServer {
  /** The address for `connectToCallCentre`. */
  readonly url: string;
  readonly host: string;
  /** The port it listens on, also if any was asked for. */
  readonly port: number;
  /** Clients that are connected now. */
  readonly clients: number;
  /** Says goodbye to all clients, and stops listening. The call centre itself goes on. */
  close(): Promise<void>;
}

function answerHttp(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(426, { 'Content-Type': 'text/plain', Upgrade: 'websocket' });
  response.end('This is a simulated call centre. It speaks WebSocket: connectToCallCentre(url).\n');
}

/** An address as a URL has it. */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Lets pages and processes use a call centre over WebSocket: all of them share its floor.
 *
 * @throws ListenError (as rejection) if it cannot listen there, because the port is taken, say
 * @example
 * const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }] });
 * const server = await serveCallCentre(centre, { port: 8787 });
 * // elsewhere: const sdk = connectToCallCentre('ws://127.0.0.1:8787');
 */
export async function serveCallCentre(centre: CallCentre, given: ServerOptions = {}): Promise<CallCentreServer> {
  const options = resolveServerOptions(given);
  const { host, maxClients, maxMessageBytes, origins } = options;
  const sessions = new Sessions(centre, options);
  const reception = createReception(centre, sessions, options);
  const connections = new Set<Connection>();
  const http = createServer(answerHttp);
  // A message somewhat too long gets an answer; one that is far beyond ends the connection unread.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4 * maxMessageBytes, perMessageDeflate: false });

  http.on('upgrade', (request, socket, head) => {
    // A client that goes away in the middle is no concern of the others.
    socket.on('error', () => socket.destroy());
    if (!isAllowedOrigin(request.headers.origin, origins)) refuseUpgrade(socket, 403);
    else if (connections.size >= maxClients) refuseUpgrade(socket, 503);
    else {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = new Connection(webSocket, options, reception);
        connections.add(connection);
        webSocket.once('close', () => connections.delete(connection));
      });
    }
  });

  const { port, address } = await listen(http, options.port, host);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    for (const connection of connections) connection.close(CLOSE_CODES.goingAway, 'the server ends');
    http.closeAllConnections();
    await stopped;
    sessions.dispose();
  };
  return {
    url: `ws://${inUrl(address)}:${port}`,
    host: address,
    port,
    get clients() {
      return connections.size;
    },
    close: () => (closing ??= close()),
  };
}
