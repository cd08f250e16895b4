// Values
export { mountInspector } from './mount-inspector.js';
export { openInspector } from './open-inspector.js';

// Types
export type { Inspector, InspectorOptions, NamedAgent } from './inspector.js';
export type { Recordable, Recorder, Recording } from '../../src/recorder/index.js';
