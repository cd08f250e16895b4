import { WebSocket } from 'ws';
import { ariUrl, AriFailure, basicAuthorization, type Credentials } from './ari-client.js';
import { Echoes } from './echoes.js';
import { readAriEvent, type AriEvent } from './ari-event.js';

/** How often the PBX has to give a sign of life, in ms: a connection may be gone without anybody saying so. */
const HEARTBEAT = 5000;

export interface EventSocketOptions {
  readonly url: string;
  readonly credentials: Credentials;
  readonly app: string;
  /** How long connecting may take, in ms. */
  readonly patience: number;
  readonly onEvent: (event: AriEvent) => void;
  /** The connection is gone; called once, and not after `close`. */
  readonly onLost: () => void;
}

export interface EventSocket {
  /** Resolves when the PBX has let go of it. */
  close(): Promise<void>;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes the connection for lost when nothing has come for two heartbeats. */
function watch(socket: WebSocket): () => void {
  let alive = true;
  const hear = (): void => {
    alive = true;
  };
  socket.on('pong', hear).on('message', hear);
  const timer = setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, HEARTBEAT);
  return () => clearInterval(timer);
}

/** Opens the stream of events; the PBX has registered the application then. @throws AriFailure */
export function openEventSocket(options: EventSocketOptions): Promise<EventSocket> {
  const { url, credentials, app, patience, onEvent, onLost } = options;
  const address = ariUrl(url, '/events', { app });
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address, {
    headers: { authorization: basicAuthorization(credentials) },
    handshakeTimeout: patience,
  });
  const echoes = new Echoes();
  let closing = false;

  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      const event = echoes.isEcho(text) ? null : readAriEvent(readJson(text));
      if (event !== null && !closing) onEvent(event);
    });
    socket.on('unexpected-response', (_request, response) => {
      reject(new AriFailure(response.statusCode ?? null, response.statusMessage ?? ''));
      socket.terminate();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      reject(new AriFailure(null, error.code ?? error.message, { cause: error }));
    });
    socket.on('open', () => {
      const stopWatching = watch(socket);
      socket.on('close', () => {
        stopWatching();
        if (!closing) onLost();
      });
      resolve({
        close: () => {
          closing = true;
          if (socket.readyState === WebSocket.CLOSED) return Promise.resolve();
          return new Promise((closed) => {
            socket.on('close', () => closed());
            socket.close(1000);
          });
        },
      });
    });
  });
}
