import { recordAgent, type Recordable, type Recorder } from '../../src/recorder/index.js';
import type { WebSocketConstructor } from '../web-socket/index.js';
import { Connection } from './connection.js';
import { Watchers } from './watchers.js';

export interface ConnectOptions {
  /** The address that `switchhook inspector` prints, such as `ws://127.0.0.1:4777`. */
  readonly url: string | URL;
  /** The agent's name there; at most 200 characters. Default: `agent`. */
  readonly name?: string;
  /** The recording of the agent so far, so that its past can be looked at. Default: the recording begins now. */
  readonly recorder?: Recorder;
  /** Bytes of memory that a recording which begins now may take. Default: 16 million. */
  readonly limit?: number;
  /** The WebSocket to connect with. Default: the platform's; Node has one from version 22 on, before that give it that of `ws`. */
  readonly WebSocket?: WebSocketConstructor;
}

/** The connection of an agent to an inspector elsewhere. */
export interface InspectorConnection {
  /** Whether it can be looked at there now. */
  readonly isConnected: boolean;
  /** Why it cannot; null if it can, or the connection was closed, or was not there yet. */
  readonly problem: string | null;
  /** Ends it. A recording that began with it ends. */
  readonly close: () => void;
}

/**
 * Lets an agent be looked at in another program: the page that `switchhook inspector` serves. It carries what a recorder has,
 * without personal data, and only while somebody looks. While there is no inspector at that address it tries again every
 * 2 s. Nothing of this reaches the agent.
 *
 * @example
 * const inspection = connectInspector(agent, { url: 'ws://127.0.0.1:4777', name: 'agent 1001' });
 *
 * @throws TypeError if the agent is none of this package's, the address is none, or there is no WebSocket.
 */
export function connectInspector(agent: Recordable, options: ConnectOptions): InspectorConnection {
  const { name = 'agent', limit, recorder: given } = options;
  const connection = new Connection(options, name);
  const recorder = given ?? recordAgent(agent, limit === undefined ? {} : { limit });
  const watchers = new Watchers(recorder, (message) => connection.send(message));
  connection.open(watchers);
  return {
    get isConnected() {
      return connection.isConnected;
    },
    get problem() {
      return connection.problem;
    },
    close: () => {
      connection.close();
      watchers.close();
      if (given === undefined) recorder.stop();
    },
  };
}
