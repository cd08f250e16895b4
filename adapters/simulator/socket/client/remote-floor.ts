import type { CommandName } from '../../../../machines/index.js';
import type { Counts } from '../../call-centre.js';
import type { DialerOptions } from '../../desk/calls/dialer-kinds.js';
import type { Truth } from '../../desk/truth.js';
import type { FaultKind } from '../../network/fault-rule.js';
import type { FaultOptions, LoginOrder, TimedFaultOptions } from '../../network/faults.js';
import type { FloorEvent } from '../../network/floor-event.js';
import type { AnswerScript } from '../../options/floor-options.js';
import type { PhoneView } from '../protocol/floor-operations.js';
import type { ConnectionState } from './connect-options.js';

/** Any phone of the simulated exchange. Every method rejects with a FloorError if it cannot be done. */
interface RemotePhone {
  /** The phone as its user sees it now. */
  view(): Promise<PhoneView>;
  /** Sets its reaction to calls, from the next one on. */
  script(answer: AnswerScript): Promise<void>;
  answer(): Promise<void>;
  reject(): Promise<void>;
  hangup(): Promise<void>;
  /** Its keypad. */
  press(keys: string): Promise<void>;
}

/** A customer's phone. */
export interface RemoteCustomer extends RemotePhone {
  /** Calls an agent (work number), a queue (name or number) or an extension. */
  dial(target: string, options?: { attachedData?: Readonly<Record<string, unknown>> }): Promise<void>;
}

/** A phone with an extension. */
export interface RemoteDevice extends RemotePhone {
  register(): Promise<void>;
  unregister(): Promise<void>;
  hold(): Promise<void>;
  retrieve(): Promise<void>;
  /** As `Device.swap`. */
  swap(): Promise<void>;
}

/** A fault that is set up. It stays when the connection ends. */
export interface RemoteFault {
  /** How often it has struck. */
  struck(): Promise<number>;
  remove(): Promise<void>;
}

type MessageFault<Options> = (event: string, options?: Options) => Promise<RemoteFault>;

/** Misbehaviour on demand; the effect of each is described at `Faults`, of which this is the remote form. */
export interface RemoteFaults extends Record<Exclude<FaultKind, 'drop'>, MessageFault<TimedFaultOptions>> {
  drop: MessageFault<FaultOptions>;
  loseCallbacks(command: CommandName | '*', options?: FaultOptions): Promise<RemoteFault>;
  failNext(command: CommandName, errorCode: string, options?: { agentID?: string; times?: number }): Promise<RemoteFault>;
  latency(range: readonly [number, number], options?: { agentID?: string }): Promise<void>;
  /** All pages of the agent (work number) lose their connection to the service; with `ms`, for so long. */
  disconnect(agentID: string, options?: { ms?: number }): Promise<void>;
  /** Their link is down within the service, and they are told; with `ms`, for so long. */
  interrupt(agentID: string, options?: { ms?: number }): Promise<void>;
  reconnect(agentID: string): Promise<void>;
  /** Another page, one of the server's own, signs the agent in. */
  secondEnd(agentID: string): Promise<void>;
  /** Another page signs in at the moment at which the agent's next login arrives. */
  rivalLogin(agentID: string, options?: { order?: LoginOrder; times?: number }): Promise<RemoteFault>;
  /** The switch goes down, with all its calls, and is back after `ms` (default 1000). */
  restartSwitch(options?: { ms?: number }): Promise<void>;
  clear(): Promise<void>;
}

/** The remote control of a floor. */
export interface RemoteFloor {
  /** Work numbers of all agents. */
  agentIDs(): Promise<readonly string[]>;
  customer(number: string): RemoteCustomer;
  device(ext: string): RemoteDevice;
  /** The company's dialer calls a number for an agent or a queue; see `CallCentre.dialFor`. */
  dialFor(target: string, number: string, options?: DialerOptions): Promise<void>;
  /** An agent's true state, as the server holds it. */
  truth(agentID: string): Promise<Truth>;
  counts(): Promise<Counts>;
  readonly faults: RemoteFaults;
  /** Calls `observer` for everything that happens, phone numbers in clear; returns how to stop it. */
  observe(observer: (event: FloorEvent) => void): () => void;
  readonly connection: ConnectionState;
  onConnection(observer: (state: ConnectionState) => void): () => void;
  close(): void;
}
