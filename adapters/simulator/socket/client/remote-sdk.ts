import type { SimulatedSdk } from '../../network/sdk.js';
import type { ConnectionState } from './connect-options.js';

/** Shaped like `new SobotClient.agent()`, on a call centre that is somewhere else. */
export interface RemoteSdk extends SimulatedSdk {
  readonly connection: ConnectionState;
  /** Calls `observer` at each change of `connection`; returns how to stop it. */
  onConnection(observer: (state: ConnectionState) => void): () => void;
  /**
   * Calls `listener` whenever the link of a page that has been initialised is down and expected back: when it is
   * lost, and again after an answer that only says so. `EventWebSocketSession` tells that it is back. Returns how to
   * stop it.
   */
  onInterruption(listener: () => void): () => void;
  /**
   * The page is closed for good; the agent stays signed in, as with the real service. Commands whose
   * outcome is not known fail; after that, no handler is called any more.
   */
  close(): void;
}
