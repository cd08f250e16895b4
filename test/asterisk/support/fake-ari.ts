import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { until } from './until.js';

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  /** Runs before the answer goes out. */
  readonly before?: () => void | Promise<void>;
}

/** Answers to requests whose method and path begin so, such as `DELETE /channels`. */
type Rules = Map<string, (request: string) => Answer | null>;

const MODULES = ['app_stasis', 'res_pjsip', 'res_musiconhold', 'res_pjsip_notify'];

/** An HTTP server that answers as ARI does where nothing goes wrong, unless it is told otherwise. */
export class FakeAri {
  readonly requests: string[] = [];
  readonly #rules: Rules = new Map();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  endpoints: readonly { technology: string; resource: string; state: string }[] = [];
  url = '';

  static async open(): Promise<FakeAri> {
    const fake = new FakeAri();
    await fake.listen(0);
    return fake;
  }

  /** Answers requests that begin so in another way; null: as always. */
  on(request: string, answer: Answer | ((request: string) => Answer | null)): void {
    this.#rules.set(request, typeof answer === 'function' ? answer : () => answer);
  }

  always(request: string): void {
    this.#rules.delete(request);
  }

  /** Sends an event to whoever is connected. */
  send(type: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const event = JSON.stringify({ type, timestamp: `${performance.now()}`, ...fields });
    for (const socket of this.#sockets.clients) socket.send(event);
  }

  /** Sends it in the very same words, twice. */
  sendTwice(type: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const event = JSON.stringify({ type, ...fields });
    for (const socket of this.#sockets.clients) {
      socket.send(event);
      socket.send(event);
    }
  }

  get connections(): number {
    return this.#sockets.clients.size;
  }

  /** Nothing is there any more, and nobody was told. */
  async vanish(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async listen(port: number): Promise<void> {
    this.#server.removeAllListeners('upgrade');
    this.#server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (client: WebSocket) => this.#sockets.emit('connection', client));
    });
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Waits for a request that begins so. */
  async asked(request: string): Promise<void> {
    await until(
      () => this.requests.some((one) => one.startsWith(request)),
      () => `${request} after ${this.requests.join(', ')}`,
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method} ${decodeURIComponent((request.url ?? '').replace(/^\/ari/, ''))}`;
    this.requests.push(line);
    const rule = [...this.#rules].find(([start]) => line.startsWith(start))?.[1];
    const { status = 200, body, before } = rule?.(line) ?? this.#usual(line);
    await before?.();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  }

  #usual(line: string): Answer {
    if (line.startsWith('GET /endpoints')) return { body: this.endpoints };
    if (line.startsWith('GET /asterisk/modules/')) {
      const known = MODULES.some((module) => line.includes(`/${module}.so`));
      return known ? { body: {} } : { status: 404, body: { message: 'Module could not be found in running modules' } };
    }
    if (line.startsWith('GET /asterisk/variable')) return { body: { value: '' } };
    if (line.startsWith('GET /applications/')) return { body: { channel_ids: [], bridge_ids: [] } };
    // Nobody has the application.
    if (line.startsWith('POST /events/user/')) return { status: 404, body: { message: 'Application not found' } };
    if (line.startsWith('GET ')) return { body: [] };
    return { status: 204 };
  }
}

/** A channel, as ARI shows it. */
export function channel(id: string, fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id,
    name: 'PJSIP/1000-00000001',
    state: 'Up',
    caller: { name: '', number: '13512345678' },
    dialplan: { context: 'numbers', exten: '4008' },
    ...fields,
  };
}
