import { createRealClock, type Clock } from '../../../exchange/index.js';
import type { ClientMessage, Hello } from '../protocol/client-messages.js';
import { CLOSE_CODES, isFinal } from '../protocol/close-codes.js';
import { decode } from '../protocol/decode.js';
import { MAX_TO_CLIENT } from '../protocol/limits.js';
import { serverMessageSchema, type ServerMessage, type Welcome } from '../protocol/server-messages.js';
import { otherVersion, PROTOCOL } from '../protocol/version.js';
import { waitBefore } from './backoff.js';
import type { ConnectionState, ConnectOptions } from './connect-options.js';
import { thrower } from './thrower.js';
import { webSocketOf, type WebSocketLike } from '../../../web-socket/index.js';

/** The server asks for a sign of life once per heartbeat; without three of them it counts as gone. */
const SILENT_HEARTBEATS = 3;

/** The user of a link. */
export interface LinkListener {
  /** The first message of each connection. */
  hello(): Hello;
  opened(welcome: Welcome): void;
  received(message: ServerMessage): void;
  /** The connection is gone, or an attempt has failed; `forGood`: there will be no other. */
  lost(forGood: boolean): void;
}

const NO_WEB_SOCKET = 'There is no WebSocket here. Pass one as the option `WebSocket`, or import from switchhook/simulator/server.';

/** A connection to a server that comes back by itself. */
export class Link {
  readonly clock: Clock;
  readonly #url: string;
  readonly #options: ConnectOptions;
  readonly #listener: LinkListener;
  readonly #onError: (error: unknown) => void;
  readonly #observers = new Set<(state: ConnectionState) => void>();
  #state: ConnectionState = 'connecting';
  #socket: WebSocketLike | null = null;
  #failed = 0;
  #silentMs = 0;
  #timer: unknown;

  /** Connects at once. @throws TypeError if there is no WebSocket; SyntaxError if the address is none */
  constructor(url: string | URL, options: ConnectOptions, listener: LinkListener) {
    this.clock = options.clock ?? createRealClock();
    this.#url = String(url);
    this.#options = options;
    this.#listener = listener;
    this.#onError = thrower(options);
    this.#connect();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Calls `observer` at each change; returns how to stop it. */
  observe(observer: (state: ConnectionState) => void): () => void {
    this.#observers.add(observer);
    return () => {
      this.#observers.delete(observer);
    };
  }

  /** Sends a message if the link is open; otherwise nothing happens. */
  send(message: ClientMessage): void {
    if (this.#state === 'open') this.#socket?.send(JSON.stringify(message));
  }

  /** Says goodbye, for good. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#drop((socket) => socket.close(CLOSE_CODES.done, 'closed'));
    this.#become('closed');
    this.#listener.lost(true);
  }

  #connect(): void {
    const WebSocket = webSocketOf(this.#options.WebSocket, NO_WEB_SOCKET);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#become('connecting');
    this.#wait(this.#options.connectTimeout ?? 10_000, () => this.#lose());
    socket.onopen = () => socket.send(JSON.stringify(this.#listener.hello()));
    socket.onmessage = ({ data }: { readonly data: unknown }) => this.#hear(data);
    socket.onclose = ({ code }: { readonly code: number }) => this.#lose(isFinal(code));
    // The close that follows says it all.
    socket.onerror = () => undefined;
  }

  #hear(data: unknown): void {
    if (typeof data !== 'string' || data.length > MAX_TO_CLIENT) {
      this.#lose();
      return;
    }
    const { message } = decode(serverMessageSchema, data);
    if (message === undefined) return;
    if (message.type === 'welcome') {
      if (this.#state !== 'connecting') return;
      if (message.protocol !== PROTOCOL) {
        this.#refuse(message.protocol);
        return;
      }
      this.#failed = 0;
      this.#silentMs = message.heartbeatSeconds * 1000 * SILENT_HEARTBEATS;
      this.#become('open');
      this.#listener.opened(message);
    }
    if (this.#state !== 'open') return;
    this.#wait(this.#silentMs, () => this.#lose());
    if (message.type === 'ping') this.send({ type: 'pong' });
    else if (message.type !== 'welcome') this.#listener.received(message);
  }

  /** The server speaks another version: nothing it says would be understood, and trying again does not help. */
  #refuse(theirs: number): void {
    this.#drop((socket) => socket.close(CLOSE_CODES.version, otherVersion(theirs)));
    this.#become('closed');
    this.#listener.lost(true);
  }

  #lose(forGood = false): void {
    this.#drop((socket) => {
      // A dead connection would not answer a goodbye.
      if (socket.terminate === undefined) socket.close();
      else socket.terminate();
    });
    const { reconnect = {}, random = Math.random } = this.#options;
    const wait = forGood || reconnect === false ? null : waitBefore(this.#failed, reconnect, random());
    this.#failed += 1;
    if (wait !== null) this.#wait(wait, () => this.#connect());
    this.#become(wait === null ? 'closed' : 'waiting');
    this.#listener.lost(wait === null);
  }

  /** Lets go of the socket; nothing that still comes from it is heard. */
  #drop(end: (socket: WebSocketLike) => void): void {
    this.clock.clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    end(socket);
  }

  #wait(ms: number, then: () => void): void {
    this.clock.clearTimeout(this.#timer);
    this.#timer = this.clock.setTimeout(then, ms);
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const observer of [...this.#observers]) {
      try {
        observer(state);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
