import { WebSocket } from 'ws';
import type { WebSocketConstructor } from '../../web-socket/index.js';
import { MAX_TO_CLIENT } from './protocol/limits.js';

/** The WebSocket of `ws`, which receives no message that is too long. */
class BoundedWebSocket extends WebSocket {
  constructor(url: string) {
    super(url, { maxPayload: MAX_TO_CLIENT, perMessageDeflate: false });
  }
}

/** A WebSocket for Node 20, which has none of its own. */
export const nodeWebSocket: WebSocketConstructor = BoundedWebSocket;
