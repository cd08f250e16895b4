import type { Hello, CommandMessage, RequestMessage } from '../protocol/client-messages.js';
import type { Connection } from './connection.js';

/** The part of a client, once it has said hello: an agent's page, or the remote control of the floor. */
export interface Role {
  receive(message: CommandMessage | RequestMessage): void;
  /** The connection is gone; `forGood`: the client has said goodbye. */
  left(forGood: boolean): void;
}

/** Gives a client its role and welcomes it, or closes the connection and gives none. */
export type Reception = (hello: Hello, connection: Connection) => Role | null;
