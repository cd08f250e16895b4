import { connect, type Socket } from 'node:net';
import type { Credentials } from '../ari/ari-client.js';
import { readMessages, writeMessage, type AmiMessage } from './ami-message.js';

export interface AmiOptions {
  readonly host: string;
  readonly port: number;
  readonly credentials: Credentials;
  /** How long connecting, and each answer, may take, in ms. */
  readonly patience: number;
}

/** AMI answers, and says no. */
export class AmiRefusal extends Error {
  override readonly name = 'AmiRefusal';
}

/** The manager interface, for the few things that ARI cannot do. */
export interface AmiClient {
  /** Connects first if need be. @throws Error if the PBX refuses, or does not answer; it says why */
  request(action: string, fields: AmiMessage): Promise<AmiMessage>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: AmiMessage) => void;
  readonly reject: (error: Error) => void;
}

/** One connection, signed in. */
class Session {
  readonly #socket: Socket;
  readonly #waiting = new Map<string, Waiting>();
  readonly #patience: number;
  #unread = '';
  #requests = 0;
  #ended: Error | null = null;

  constructor(socket: Socket, patience: number) {
    this.#socket = socket;
    this.#patience = patience;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#read(text));
    socket.on('error', (error) => this.#end(error));
    socket.on('close', () => this.#end(new Error('AMI has closed the connection')));
  }

  get isOver(): boolean {
    return this.#ended !== null;
  }

  request(action: string, fields: AmiMessage): Promise<AmiMessage> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = `${++this.#requests}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`AMI does not answer ${action}`));
      }, this.#patience);
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          end(value);
        };
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#socket.write(writeMessage({ Action: action, ActionID: id, ...fields }));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    const { messages, rest } = readMessages(this.#unread + text);
    this.#unread = rest;
    for (const message of messages) {
      const waiting = this.#waiting.get(message['ActionID'] ?? '');
      if (message['Response'] === 'Success') waiting?.resolve(message);
      else if (message['Response'] !== undefined) waiting?.reject(new AmiRefusal(`AMI refuses: ${message['Message'] ?? ''}`));
    }
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const waiting of [...this.#waiting.values()]) waiting.reject(this.#ended);
  }
}

/** Connects when it is first needed, and again when the connection was lost. */
export function createAmiClient({ host, port, credentials, patience }: AmiOptions): AmiClient {
  let current: Promise<Session> | null = null;
  let session: Session | null = null;

  const open = async (): Promise<Session> => {
    const opened = new Session(connect({ host, port }).setNoDelay(true), patience);
    session = opened;
    try {
      const { user, password } = credentials;
      await opened.request('Login', { Username: user, Secret: password, Events: 'off' });
      return opened;
    } catch (error) {
      opened.close();
      current = null;
      throw error;
    }
  };

  return {
    request: async (action, fields) => {
      if (session?.isOver === true) current = null;
      current ??= open();
      return (await current).request(action, fields);
    },
    close: () => {
      session?.close();
    },
  };
}
