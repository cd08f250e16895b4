import { EmitterImpl, TransportState, type Transport } from 'sip.js';
import { WebSocket } from 'ws';
import { PhoneError } from '../phone-error.js';

export interface SocketTransportOptions {
  readonly server: string;
  /** How long connecting and closing may take, in ms. */
  readonly deadline: number;
}

/**
 * SIP over a WebSocket (RFC 7118) in Node, and one that can break. SIP.js brings its own for browsers,
 * which takes the global `WebSocket`; this one is good for one connection.
 */
export class SocketTransport implements Transport {
  readonly protocol: string;
  readonly stateChange = new EmitterImpl<TransportState>();
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly #options: SocketTransportOptions;
  #socket: WebSocket | null = null;
  #state = TransportState.Disconnected;
  #silent = false;
  #dropped = false;

  constructor(_logger: unknown, options: SocketTransportOptions) {
    this.#options = options;
    this.protocol = options.server.startsWith('wss:') ? 'WSS' : 'WS';
  }

  get state(): TransportState {
    return this.#state;
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected;
  }

  /** Nothing is left that could keep the process alive. */
  get gone(): boolean {
    return this.#socket === null || this.#socket.readyState === WebSocket.CLOSED;
  }

  /** Whether nothing goes through any more. */
  get silent(): boolean {
    return this.#silent;
  }

  connect(): Promise<void> {
    const { server, deadline } = this.#options;
    this.#enter(TransportState.Connecting);
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(server, 'sip', { handshakeTimeout: deadline, perMessageDeflate: false });
      this.#socket = socket;
      let failure: Error | undefined;
      socket.on('error', (error) => (failure = error));
      socket.on('open', () => {
        this.#enter(TransportState.Connected);
        resolve();
      });
      socket.on('message', (data: Buffer) => this.#receive(data.toString()));
      socket.on('close', (code) => {
        failure ??= new Error(`The switch has closed the connection (${code}).`);
        this.#over(failure);
        reject(new PhoneError('UNREACHABLE', `No connection to ${server}: ${failure.message}`, { cause: failure }));
      });
    });
  }

  async disconnect(): Promise<void> {
    const socket = this.#socket;
    if (socket === null || this.gone) return;
    if (this.isConnected()) this.#enter(TransportState.Disconnecting);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    if (this.#silent) socket.terminate();
    else socket.close(1000);
    const timer = setTimeout(() => socket.terminate(), this.#options.deadline);
    await closed;
    clearTimeout(timer);
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  send(message: string): Promise<void> {
    const socket = this.#socket;
    if (socket === null || this.#dropped || !this.isConnected()) return Promise.reject(new Error('There is no connection.'));
    if (this.#silent) return Promise.resolve();
    return new Promise((resolve, reject) => {
      socket.send(message, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** The connection breaks without a closing handshake. */
  drop(): void {
    this.#dropped = true;
    this.#socket?.terminate();
  }

  /** The connection stays open, but nothing goes through any more. */
  silence(): void {
    this.#silent = true;
    // Not even a ping is answered.
    this.#socket?.pause();
  }

  #receive(message: string): void {
    // An answer to a keep-alive is nothing but line ends (RFC 5626, section 3.5.1).
    if (this.#silent || message.trim() === '') return;
    this.onMessage?.(message);
  }

  #over(error: Error): void {
    const before = this.#state;
    if (before === TransportState.Disconnected) return;
    this.#enter(TransportState.Disconnected);
    if (before === TransportState.Connected) this.onDisconnect?.(error);
    else if (before === TransportState.Disconnecting) this.onDisconnect?.();
  }

  #enter(state: TransportState): void {
    this.#state = state;
    this.stateChange.emit(state);
    if (state === TransportState.Connected) this.onConnect?.();
  }
}
