// Values
export { mountInspector } from './mount-inspector.js';
export { openInspector } from './open-inspector.js';

// Types
export type { Inspector, InspectorOptions, Look, NamedAgent } from './inspector.js';
export type { Moment, Recordable, Recorder, Recording } from '../../src/recorder/index.js';
