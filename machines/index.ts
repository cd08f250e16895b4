// Values
export { agentMachine } from './agent-machine.js';
export { allowedCommands, takes } from './allowed.js';
export { ALWAYS_ALLOWED, ASKABLE } from './askable.js';
export { newCall, partyOf, type Call, type CallWork, type Leg } from './calls/call.js';
export type { EndReason, EndRole } from './calls/end-reason.js';
export type { LegRef } from './calls/leg-ref.js';
export { allCalls, type OverLeg, type Roster } from './calls/roster.js';
export { Confidential, NOTHING, revealed } from './confidential.js';
export { deadlinesOf, pendingCommands } from './deadlines.js';
export { compile } from './engine/compile.js';
export { CompiledSnapshot } from './engine/compiled-snapshot.js';
export { compiledLogic } from './engine/compiled-logic.js';
export { ChartNotSupportedError, type ChartState } from './engine/chart.js';
export { stateValueOf } from './engine/state-value.js';
export { COMMANDS, isLegFact, SERVER_FACTS } from './events/index.js';
export { ClockDifference } from './order/clock-difference.js';
export type { Arrival } from './order/arrival.js';
export { FactOrder, type Verdict } from './order/fact-order.js';
export { isElsewhere } from './order/view.js';
export { ORDER, type Topic } from './order/table.js';
export type { FactRule } from './order/rules.js';
export { QUALITIES } from './network-reading.js';
export { readState } from './read-state.js';
export { BREAKS, isReason, REASONS } from './reasons.js';
export { BY_GUARD } from './refusals.js';
export { refusalOf, statesThatKnow } from './refusal.js';
export { WORK_STATUSES } from './work-status.js';

// Types
export type { AgentMachine } from './agent-machine.js';
export type { StateMeta } from './agent-setup.js';
export type { Standing } from './allowed.js';
export type { Askable } from './askable.js';
export type { Attributes } from './confidential.js';
export type { Acw, AcwPolicy, AgentContext, AgentInput } from './context.js';
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
  IgnoredFact,
  PendingCommand,
  Remembered,
  ServerFact,
  SingleLane,
  SubscriptionName,
} from './events/index.js';
export type { NetworkReading, Quality } from './network-reading.js';
export type { AgentSnapshot, ChartPosition, ConnectionStatus, DeviceStatus, LoginStatus, OnHold } from './read-state.js';
export type { BreakName, NamedReason, Reason } from './reasons.js';
export type { ChartRefusal } from './refusal.js';
export type { ConsultPhase, WorkStatus } from './work-status.js';
