/**
 * A call centre in memory, whose clients are shaped exactly like `new SobotClient.agent()`.
 *
 * @example
 * const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }] });
 * const sdk = centre.connect(); // in place of new SobotClient.agent()
 * centre.customer('13512345678').dial('1001');
 */
export { createCallCentre } from './create-call-centre.js';
export { checkFloorOptions } from './options/check.js';
export { BEHAVIOURS } from './options/behaviour.js';
export { advance, runUntilQuiet } from './time/stepping.js';
export { createRandom } from './time/random.js';
export { ERROR_TEXTS } from './desk/errors.js';
export { connectToCallCentre } from './socket/client.js';
export { connectToFloor } from './socket/floor-client.js';

export type { CallCentre, Counts } from './call-centre.js';
export type { CallCentreOptions } from './options/centre-options.js';
export type { AnswerScript, CustomerOptions, FloorOptions, PlanOptions, QueueOptions } from './options/floor-options.js';
export type { AgentOptions, PhoneType, RouteOptions } from './options/agent-options.js';
export type { ClockStep, NodeOptions, StampUnit } from './options/node-options.js';
export type { Behaviour } from './options/behaviour.js';
export type { Random } from './time/random.js';
export type { Steppable, SteppableClock } from './time/stepping.js';
export type { MessageHandler, SimulatedSdk } from './network/sdk.js';
export type { Message } from './network/message.js';
export type { CallbackEvent, CommandEvent, EndEvent, FloorEvent, LostEvent, MessageEvent, SwitchEvent } from './network/floor-event.js';
export type { FaultKind, FaultRule } from './network/fault-rule.js';
export type { Fault, FaultOptions, Faults, LoginOrder, MessageMatch, Recipient, TimedFaultOptions } from './network/faults.js';
export type { DialerKind, DialerOptions } from './desk/calls/dialer-kinds.js';
export type {
  CallType,
  LoginStatus,
  Truth,
  TruthCall,
  TruthConsult,
  TruthDevice,
  TruthLink,
  TruthWaiting,
  WorkStatus,
} from './desk/truth.js';
export type { PreparedDay, PreparedMoment } from './prepared/prepared-day.js';
export type { Customer, Device, Phone, PhoneState } from './exchange/customer.js';
export type {
  Address,
  Clock,
  ConnectedEvent,
  DialRequest,
  Done,
  Exchange,
  ExchangeError,
  ExchangeEvent,
  HoldEvent,
  IncomingEvent,
  KeysSentEvent,
  LegProgressEvent,
  LegView,
  MuteEvent,
  Reachability,
  RegistrationEvent,
  ReleaseCause,
  ReleasedEvent,
} from '../exchange/index.js';
export type { ConnectOptions } from './socket/client/connect-options.js';
export type { RemoteFloor } from './socket/client/remote-floor.js';
export type { RemoteSdk } from './socket/client/remote-sdk.js';
