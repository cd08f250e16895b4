// Values
export { CopiedRecording } from './copied-recording.js';
export { RecordingParts } from './part.js';
export { recordAgent } from './recorder.js';

// Types
export type { Entry, EntryKind, Told } from './entry.js';
export type { Moment } from './moment.js';
export type { RecordingPart, SentStep } from './part.js';
export type { Recording } from './recording.js';
export type { Recordable, Recorder, RecorderOptions } from './recorder.js';
export type { AgentState } from '../agent/agent-state.js';
export type { Refusal } from '../errors/refusal.js';
export type { CommandName } from '../../machines/index.js';
