// Values
export { createAgent } from './agent/agent.js';
export { withoutNumbers } from './privacy/personal-texts.js';
export { isThenable, withoutThen } from './agent/thenable.js';
export { dropIn } from './drop-in/drop-in.js';
export { readSafely } from './drop-in/read-safely.js';
export { DECLARATIONS } from './commands/index.js';
export { CommandError } from './errors/command-error.js';
export { COMMANDS } from '../machines/index.js';

// Types
export type { Agent } from './agent/agent.js';
export type { AgentState, CallInfo, ConsultInfo, NetworkState, PendingCommand, WaitingCall } from './agent/agent-state.js';
export type { Answer, CallControl, News, ParameterCheck, ServiceErrorClass, ServiceFailure } from './agent/call-control.js';
export type { CallEnd } from './agent/report.js';
export type { EndReason } from '../machines/index.js';
export type { AgentClock } from './agent/clock.js';
export type { Owner } from './agent/memory.js';
export type { RecordedAttributes, VendorCodes, VendorWords } from './agent/vendor-words.js';
export type { Listener, Observer } from './agent/notifier.js';
export type { InteropObservable } from './agent/observable.js';
export type { AgentOptions, AgentStorage, ConfirmMode } from './agent/options.js';
export type { AgentReport } from './agent/report.js';
export type { CommandDeclaration, Fact, Intent } from './commands/declaration.js';
export type { Dispatch, DropIn } from './drop-in/drop-in.js';
export type { Failure } from './drop-in/failure.js';
export type { ErrorState } from './errors/command-error.js';
export type { ErrorCode, FailureCode, RefusalCode } from './errors/error-code.js';
export type { Refusal } from './errors/refusal.js';
export type { CommandName, FactRule, NamedReason, Quality, Reason } from '../machines/index.js';
