import { COMMANDS, type CommandName } from '../../../../machines/index.js';
import type { CallCentre } from '../../call-centre.js';
import type { SimulatedSdk } from '../../network/sdk.js';
import type { CommandMessage, SessionKey } from '../protocol/client-messages.js';
import type { Connection } from './connection.js';

function isCommand(name: string): name is CommandName {
  return (COMMANDS as readonly string[]).includes(name);
}

/**
 * A page of an agent's that lives on another machine or in another process. It outlives its
 * connection: without one, the page counts as having lost its connection to the service.
 */
export class AgentSession {
  readonly key: SessionKey;
  readonly #centre: CallCentre;
  readonly #sdk: SimulatedSdk;
  #connection: Connection | null;
  #used = false;

  constructor(key: SessionKey, centre: CallCentre, connection: Connection) {
    this.key = key;
    this.#centre = centre;
    this.#connection = connection;
    this.#sdk = centre.connect();
    this.#sdk.on('EventAgentAll', (message) => {
      const { messageID } = message;
      if (typeof messageID === 'string') this.#connection?.send({ type: 'event', message: { ...message, messageID } });
    });
    this.#sdk.onInterruption(() => this.#connection?.send({ type: 'interruption' }));
  }

  /** The connection it has; null if it was lost. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** Whether there is anything to come back to: a command has been given. */
  get isUsed(): boolean {
    return this.#used;
  }

  /** The client has lost its connection, and everything that was on its way to it. */
  lose(): void {
    if (this.#connection === null) return;
    this.#connection = null;
    this.#centre.faults.disconnect(this.#sdk);
  }

  /** The client is back; the centre sends `EventAgentRegainStatus` if the agent is signed in. */
  regain(connection: Connection): void {
    this.#connection = connection;
    this.#centre.faults.reconnect(this.#sdk);
  }

  /** The page is closed for good. */
  end(): void {
    this.#connection = null;
    this.#centre.close(this.#sdk);
  }

  run({ id, command, params }: CommandMessage): void {
    const connection = this.#connection;
    if (!isCommand(command)) {
      connection?.refuse('unknownCommand', 'there is no such command', id);
      return;
    }
    this.#used = true;
    // Once this connection is gone, nobody awaits the answer any more.
    const answer = (outcome: 'success' | 'error') => (result: unknown) => {
      if (this.#connection !== connection) return;
      const attributes = typeof result === 'object' && result !== null ? { ...result } : {};
      connection?.send({ type: 'answer', id, outcome, result: attributes });
    };
    this.#sdk[command]({ ...params, success: answer('success'), error: answer('error') });
  }
}
