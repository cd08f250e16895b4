// Values
export { createSobotAgent } from './create-sobot-agent.js';
export { classifyError, ERROR_CLASSES } from './errors/error-classes.js';
export { canonicalName, EVENT_ALIASES } from './events/aliases.js';
export { DN_ROLES, normaliseRole } from './events/roles.js';
export { SOBOT_METHODS } from './methods.js';
export { CommandError } from '../../src/index.js';

// Types
export type { QualityLetter } from './codes.js';
export type { ErrorClass, ErrorClassName, ErrorException } from './errors/error-classes.js';
export type { EventAlias, EventName } from './events/aliases.js';
export type { DNRole } from './events/roles.js';
export type * from './messages.js';
export type { SobotCommand, SobotMethod } from './methods.js';
export type { CommandArguments, CommandParameters } from './parameters/index.js';
export type * from './results.js';
export type { SobotSdk } from './sdk.js';
export type { Callbacks, EventMessage, SobotAgent, SobotCommands, SwitchhookEvents } from './sobot-agent.js';
export type {
  AgentClock,
  AgentOptions,
  AgentReport,
  AgentState,
  AgentStorage,
  CallEnd,
  CallInfo,
  CommandName,
  ConfirmMode,
  ConsultInfo,
  EndReason,
  ErrorCode,
  FactRule,
  Failure,
  InteropObservable,
  Listener,
  Observer,
  PendingCommand,
  Refusal,
  WaitingCall,
} from '../../src/index.js';
