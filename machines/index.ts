// Values
export { agentMachine } from './agent-machine.js';
export { allowedCommands, takes } from './allowed.js';
export { ALWAYS_ALLOWED, ASKABLE } from './askable.js';
export {  } from './call-leg.js';
export { Confidential, NOTHING, revealed } from './confidential.js';
export { deadlinesOf, pendingCommands } from './deadlines.js';
export { compile } from './engine/compile.js';
export { CompiledSnapshot } from './engine/compiled-snapshot.js';
export { compiledLogic } from './engine/compiled-logic.js';
export { ChartNotSupportedError } from './engine/chart.js';
export { COMMANDS, isLegFact, SERVER_FACTS } from './events/index.js';
export { NETWORK_QUALITIES } from './network-reading.js';
export { readState } from './read-state.js';
export { BREAK_REASONS, DND_REASON, isReasonCode, LOCKED_REASON, REASON_CODES } from './reason-codes.js';
export { refusalOf, statesThatKnow } from './refusal.js';
export { WORK_STATUSES } from './work-status.js';

// Types
export type { AgentMachine } from './agent-machine.js';
export type { StateMeta } from './agent-setup.js';
export type { Standing } from './allowed.js';
export type { Askable } from './askable.js';
export type { KnownLegs, Leg, LegRef } from './call-leg.js';
export type { Attributes } from './confidential.js';
export type { Acw, AcwPolicy, AgentContext, AgentInput, Remembered } from './context.js';
export type { CompiledChart, CompiledStep } from './engine/compile.js';
export type {
  AgentEvent,
  CommandEvent,
  CommandName,
  Confirmation,
  Emitted,
  EndCause,
  ErrorStatement,
  FailedOutcome,
  Lane,
  LegFact,
  Outcome,
  RegainedFact,
  Request,
  RequestEvent,
  ServerFact,
  SingleLane,
  SubscriptionName,
} from './events/index.js';
export type { NetworkReading, QualityLetter } from './network-reading.js';
export type {
  AgentSnapshot,
  ChartPosition,
  ConnectionStatus,
  LoginStatus,
} from './read-state.js';
export type { BreakName } from './reason-codes.js';
export type { ChartRefusal } from './refusal.js';
export type { ConsultPhase, WorkStatus } from './work-status.js';
