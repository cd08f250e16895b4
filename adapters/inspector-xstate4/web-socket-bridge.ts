import { Bridge, type Send, type XState4Bridge } from './bridge.js';
import type { BridgeOptions } from './ignored-event.js';

/** A connection of `ws`, as far as it is used. */
export interface BridgeSocket {
  readonly readyState: number;
  readonly OPEN: number;
  send(text: string): void;
  on(event: 'message', listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** A `WebSocketServer` of `ws`, as far as it is used. */
export interface BridgeServer {
  on(event: 'connection', listener: (socket: BridgeSocket) => void): unknown;
  off(event: 'connection', listener: (socket: BridgeSocket) => void): unknown;
}

export interface WebSocketBridgeOptions extends BridgeOptions {
  /** Where receivers connect; it stays the caller's, to be closed by the caller. Let it listen on 127.0.0.1 alone. */
  readonly server: BridgeServer;
}

/**
 * Shows agents to all who call `createWebSocketReceiver` of `@xstate/inspect` 0.8.
 *
 * @example
 * const bridge = createWebSocketBridge({ server: new WebSocketServer({ host: '127.0.0.1', port: 8888 }) });
 * const agent = createAgent(port, { inspect: bridge.inspect });
 */
export function createWebSocketBridge({ server, ...options }: WebSocketBridgeOptions): XState4Bridge {
  const bridge = new Bridge(options);
  const connect = (socket: BridgeSocket) => {
    const send: Send = (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };
    socket.on('message', (data, isBinary) => {
      if (!isBinary) bridge.receive(parsed(data.toString()), send);
    });
    socket.on('close', () => bridge.remove(send));
  };
  server.on('connection', connect);
  return {
    inspect: bridge.inspect,
    disconnect: () => {
      server.off('connection', connect);
      bridge.disconnect();
    },
  };
}

/** A receiver may send anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
