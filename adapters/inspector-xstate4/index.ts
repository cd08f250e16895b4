// Values
export { createWebSocketBridge } from './web-socket-bridge.js';
export { createWindowBridge } from './window-bridge.js';

// Types
export type { XState4Bridge } from './bridge.js';
export type { BridgeOptions, IgnoredEvent } from './ignored-event.js';
export type { BridgeServer, BridgeSocket, WebSocketBridgeOptions } from './web-socket-bridge.js';
export type { WindowBridgeOptions } from './window-bridge.js';
