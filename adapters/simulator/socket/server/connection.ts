import type { WebSocket } from 'ws';
import { clientMessageSchema, type ClientMessage } from '../protocol/client-messages.js';
import { CLOSE_CODES } from '../protocol/close-codes.js';
import { decode } from '../protocol/decode.js';
import { MAX_TO_CLIENT } from '../protocol/limits.js';
import type { Problem, ProblemCode } from '../protocol/problem.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import { Heartbeat } from './heartbeat.js';
import type { ResolvedServerOptions } from './options.js';
import type { Reception, Role } from './role.js';
import { TokenBucket } from './token-bucket.js';

/** One offence is forgotten every 10 s. */
const FORGIVEN_PER_SECOND = 0.1;

/** How long a client may take for its part of a close, in ms. */
const GOODBYE_MS = 1000;

/**
 * One client: bounds what it sends and what waits for it, and checks every message before anybody
 * else sees it. No other client notices anything it does.
 */
export class Connection {
  readonly #socket: WebSocket;
  readonly #options: ResolvedServerOptions;
  readonly #reception: Reception;
  readonly #rate: TokenBucket;
  readonly #tolerance: TokenBucket;
  readonly #heartbeat: Heartbeat;
  #role: Role | null = null;
  #open = true;
  #timer: unknown;

  constructor(socket: WebSocket, options: ResolvedServerOptions, reception: Reception) {
    const { clock } = options;
    const now = (): number => clock.now();
    this.#socket = socket;
    this.#options = options;
    this.#reception = reception;
    this.#rate = new TokenBucket(options.messageBurst, options.messagesPerSecond, now);
    this.#tolerance = new TokenBucket(options.maxOffences, FORGIVEN_PER_SECOND, now);
    this.#heartbeat = new Heartbeat(
      clock,
      options.heartbeatSeconds,
      () => this.send({ type: 'ping' }),
      () => socket.terminate(),
    );
    this.#timer = clock.setTimeout(() => this.close(CLOSE_CODES.policy, 'no hello'), options.helloSeconds * 1000);
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary));
    // Frames of the WebSocket protocol itself cost work, too.
    for (const frame of ['ping', 'pong']) socket.on(frame, () => this.#countFrame());
    // Malformed or far too long frames: `ws` has said goodbye with the code that fits already.
    socket.on('error', () => this.close(CLOSE_CODES.policy, 'malformed frames'));
    socket.on('close', (code: number) => this.#closed(code));
  }

  /** Sends a message, or gives the client up if it does not read what it is sent. */
  send(message: ServerMessage): void {
    if (!this.#open) return;
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) > MAX_TO_CLIENT) {
      const id = 'id' in message ? { id: message.id } : {};
      this.send({ type: 'problem', code: 'tooLarge', message: `a message of type ${message.type} was too large`, ...id });
      return;
    }
    this.#socket.send(text);
    if (this.#socket.bufferedAmount > this.#options.maxBufferedBytes) this.#socket.terminate();
  }

  /** Tells the client what was wrong with a message of its, and closes it if that happens too often. */
  refuse(code: ProblemCode, message: string, id?: number): void {
    this.#refuse({ code, message, ...(id === undefined ? {} : { id }) });
  }

  /** Says goodbye; a client that does not answer is cut off. Nothing it sends counts any more. */
  close(code: number, reason: string): void {
    if (!this.#open) return;
    this.#stop();
    this.#socket.close(code, reason);
    this.#timer = this.#options.clock.setTimeout(() => this.#socket.terminate(), GOODBYE_MS);
    this.#leave(false);
  }

  #hear(data: Buffer, isBinary: boolean): void {
    if (!this.#open) return;
    this.#heartbeat.heard();
    const fits = data.length <= this.#options.maxMessageBytes;
    const inTime = this.#rate.take();
    if (isBinary) this.refuse('badMessage', 'messages are text');
    else if (!fits) this.refuse('tooLarge', `messages have at most ${this.#options.maxMessageBytes} bytes`);
    else this.#read(data.toString('utf8'), inTime);
  }

  #read(text: string, inTime: boolean): void {
    const { message, problem } = decode(clientMessageSchema, text);
    const id = problem?.id ?? (message !== undefined && 'id' in message ? message.id : undefined);
    if (!inTime) this.refuse('tooFast', `at most ${this.#options.messagesPerSecond} messages per second`, id);
    else if (problem !== undefined) this.#refuse(problem);
    else this.#take(message);
  }

  #take(message: ClientMessage): void {
    if (message.type === 'pong') return;
    if (message.type === 'hello') {
      if (this.#role !== null) {
        this.refuse('outOfPlace', 'hello was said already');
        return;
      }
      this.#options.clock.clearTimeout(this.#timer);
      this.#role = this.#reception(message, this);
    } else if (this.#role === null) this.refuse('outOfPlace', 'the first message must be hello', message.id);
    else this.#role.receive(message);
  }

  #countFrame(): void {
    if (!this.#open) return;
    this.#heartbeat.heard();
    if (!this.#rate.take()) this.refuse('tooFast', 'too many control frames');
  }

  #refuse(problem: Problem): void {
    this.send({ type: 'problem', ...problem });
    if (!this.#tolerance.take()) this.close(CLOSE_CODES.policy, `too many offences, the last: ${problem.code}`);
  }

  #closed(code: number): void {
    const wasOpen = this.#open;
    this.#stop();
    if (wasOpen) this.#leave(code === CLOSE_CODES.done || code === CLOSE_CODES.goingAway);
  }

  #leave(forGood: boolean): void {
    const role = this.#role;
    this.#role = null;
    role?.left(forGood);
  }

  #stop(): void {
    this.#open = false;
    this.#heartbeat.stop();
    this.#options.clock.clearTimeout(this.#timer);
  }
}
