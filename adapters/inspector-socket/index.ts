// Values
export { connectInspector } from './connect-inspector.js';

// Types
export type { ConnectOptions, InspectorConnection } from './connect-inspector.js';
export type { WebSocketConstructor, WebSocketLike } from '../web-socket/index.js';
export type { Recordable, Recorder } from '../../src/recorder/index.js';
