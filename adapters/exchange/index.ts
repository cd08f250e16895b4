/**
 * The switch behind a call centre, as a port: legs to phones, and conversations
 * that connect legs. The simulated call centre stands on it; a simulated switch
 * and Asterisk implement it.
 */
export { addressKey, dnOf } from './address.js';
export { createRealClock } from './clock.js';

export type { Address } from './address.js';
export type { Clock } from './clock.js';
export type { Done, ExchangeError, ReleaseCause } from './cause.js';
export type { DialRequest, Exchange, LegView, Reachability } from './exchange.js';
export type {
  ConnectedEvent,
  ExchangeEvent,
  HoldEvent,
  IncomingEvent,
  KeysSentEvent,
  LegProgressEvent,
  MuteEvent,
  RegistrationEvent,
  ReleasedEvent,
} from './events.js';
