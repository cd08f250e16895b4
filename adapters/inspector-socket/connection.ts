import { webSocketOf, type WebSocketConstructor, type WebSocketLike } from '../web-socket/index.js';
import { LONGEST_NAME, PATHS, VERSION, type FromAgent, type ToAgent } from './messages.js';
import type { Watchers } from './watchers.js';

interface Options {
  readonly url: string | URL;
  readonly WebSocket?: WebSocketConstructor;
}

const RETRY_MS = 2_000;

const NO_WEB_SOCKET = 'switchhook: there is no WebSocket here; pass that of `ws` as the option `WebSocket`';

function addressOf(given: string | URL): string {
  try {
    const url = new URL(PATHS.agent, given);
    if (url.protocol === 'ws:' || url.protocol === 'wss:') return url.href;
  } catch {
    // Said below.
  }
  throw new TypeError('switchhook: url must be the address that `switchhook inspector` prints, such as ws://127.0.0.1:4777');
}

function checkedName(name: unknown): string {
  if (typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME) return name;
  throw new TypeError(`switchhook: name must be a text of 1 to ${LONGEST_NAME} characters`);
}

/** A name for this agent of this page that no other one has. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
}

/** The connection to the inspector's server, made again when it is lost. */
export class Connection {
  readonly #address: string;
  readonly #Socket: WebSocketConstructor;
  readonly #name: string;
  readonly #id = newId();
  #socket: WebSocketLike | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isConnected = false;
  #problem: string | null = null;
  #isClosed = false;

  /** @throws TypeError if the address or the name is none, or there is no WebSocket. */
  constructor({ url, WebSocket }: Options, name: unknown) {
    this.#address = addressOf(url);
    this.#Socket = webSocketOf(WebSocket, NO_WEB_SOCKET);
    this.#name = checkedName(name);
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  get problem(): string | null {
    return this.#problem;
  }

  open(watchers: Watchers): void {
    this.#timer = null;
    const socket = new this.#Socket(this.#address);
    this.#socket = socket;
    socket.onopen = () => {
      this.#isConnected = true;
      this.#problem = null;
      this.send({ type: 'hello', version: VERSION, id: this.#id, name: this.#name });
    };
    socket.onmessage = ({ data }: { readonly data: unknown }) => {
      const message = messageIn(data);
      if (message !== null) watchers.receive(message);
    };
    // A close follows.
    socket.onerror = () => undefined;
    socket.onclose = ({ reason }: { readonly reason?: unknown }) => {
      watchers.close();
      this.#isConnected = false;
      if (this.#isClosed) return;
      this.#problem =
        typeof reason === 'string' && reason !== ''
          ? `switchhook: the inspector has ended the connection: ${reason}`
          : `switchhook: there is no inspector at ${this.#address}; \`npx switchhook inspector\` starts one`;
      this.#timer = setTimeout(() => this.open(watchers), RETRY_MS);
      // A program of Node's need not go on for this.
      (this.#timer as { unref?: () => void }).unref?.();
    };
  }

  send(message: FromAgent): void {
    if (this.#isConnected) this.#socket?.send(JSON.stringify(message));
  }

  close(): void {
    this.#isClosed = true;
    this.#isConnected = false;
    this.#problem = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#socket?.close();
  }
}

/** The message, if it is one to an agent; an unreadable one counts as none. */
function messageIn(data: unknown): ToAgent | null {
  try {
    const { type, viewer } = JSON.parse(String(data)) as { type: unknown; viewer: unknown };
    const isKnown = type === 'watch' || type === 'unwatch' || type === 'taken';
    return isKnown && typeof viewer === 'number' ? { type, viewer } : null;
  } catch {
    return null;
  }
}
