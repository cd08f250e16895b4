import { WebSocket } from 'ws';
import { later, until } from './floor.js';

/** A client that may send anything. */
export interface RawClient {
  readonly socket: WebSocket;
  /** The server's messages, parsed. */
  readonly received: readonly Record<string, unknown>[];
  /** The code it was closed with; null while it is open. */
  readonly closedWith: number | null;
  /** The reason it was closed for; empty while it is open. */
  readonly closedBecause: string;
  send(message: unknown): void;
  hello(as?: 'agent' | 'floor'): Promise<void>;
  /** The first problem of this code that the server has told. */
  problem(code: string): Promise<Record<string, unknown>>;
}

export async function rawClient(url: string, headers: Record<string, string> = {}): Promise<RawClient> {
  const socket = new WebSocket(url, { headers });
  later(() => socket.terminate());
  const received: Record<string, unknown>[] = [];
  let closedWith: number | null = null;
  let closedBecause = '';
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString()) as Record<string, unknown>));
  socket.on('close', (code: number, reason: Buffer) => {
    closedWith = code;
    closedBecause = reason.toString();
  });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  const find = (wanted: Record<string, unknown>): Record<string, unknown> | undefined =>
    received.find((message) => Object.entries(wanted).every(([name, value]) => message[name] === value));
  return {
    socket,
    received,
    get closedWith() {
      return closedWith;
    },
    get closedBecause() {
      return closedBecause;
    },
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async hello(as = 'agent') {
      socket.send(JSON.stringify({ type: 'hello', protocol: 2, as }));
      await until(() => find({ type: 'welcome' }), 'for the welcome');
    },
    async problem(code) {
      await until(() => find({ type: 'problem', code }), `for the problem ${code}`);
      return find({ type: 'problem', code })!;
    },
  };
}
