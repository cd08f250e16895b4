import { expect, test } from '@jest/globals';
import { WebSocket as NodeWebSocket } from 'ws';
import type { WebSocketConstructor } from '../../adapters/web-socket/index.js';

test('the WebSocket of a browser and that of ws both fit the option', () => {
  const browser: () => WebSocketConstructor = () => globalThis.WebSocket;
  const node: WebSocketConstructor = NodeWebSocket;
  // @ts-expect-error: a WebSocket has more than that
  const neither: WebSocketConstructor = Date;
  expect([browser, node, neither]).toHaveLength(3);
});
