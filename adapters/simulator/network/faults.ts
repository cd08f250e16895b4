import type { SobotCommand } from './commands.js';
import type { Message } from './message.js';
import type { SimulatedSdk } from './sdk.js';

/** The page that a message is for, and the agent on it. */
export interface Recipient {
  readonly agentID: string | null;
  readonly end: string;
}

/** Which messages: an event's name, `*` for all, or whatever the function says. */
export type MessageMatch = string | ((message: Message, recipient: Recipient) => boolean);

export interface FaultOptions {
  /** How often. Default: until it is removed. */
  times?: number;
  /** Only for this agent (work number). Default: for all. */
  agentID?: string;
  /** How likely, from 0 to 1, for each message it fits. Default: 1. */
  probability?: number;
}

export interface TimedFaultOptions extends FaultOptions {
  /** In ms. Default: 1000 for `delay` and `reorder`, 0 for `duplicate`. */
  ms?: number;
}

/** Which of two logins that arrive at once is accepted first; the other one displaces it. */
export type LoginOrder = 'rivalFirst' | 'rivalLast';

/** A fault that is set up. */
export interface Fault {
  /** How often it has struck. */
  readonly struck: number;
  remove(): void;
}

/** Misbehaviour on demand. */
export interface Faults {
  /**
   * The message never arrives.
   *
   * @field the end of a call is lost
   */
  drop(match: MessageMatch, options?: FaultOptions): Fault;
  /** It arrives late, and others overtake it. */
  delay(match: MessageMatch, options?: TimedFaultOptions): Fault;
  /**
   * It arrives twice.
   *
   * @field a word told twice
   */
  duplicate(match: MessageMatch, options?: TimedFaultOptions): Fault;
  /** The next message to the same end arrives before it, or `ms` pass without one. */
  reorder(match: MessageMatch, options?: TimedFaultOptions): Fault;
  /** Neither `success` nor `error` is called for this command (`*`: for any); it is done nevertheless. */
  loseCallbacks(command: SobotCommand | '*', options?: FaultOptions): Fault;
  /** The next such command is refused with this code, and nothing is done. */
  failNext(command: SobotCommand, errorCode: string, options?: { agentID?: string; times?: number }): Fault;
  /** Messages and commands take so many ms from now on, for one agent or for all. */
  latency(range: readonly [number, number], options?: { agentID?: string }): void;
  /**
   * The connection of this page (or of all pages of an agent) is lost, with everything on its way.
   * With `ms` it comes back after that time.
   *
   * @field an outage in the middle of a call
   */
  disconnect(target: SimulatedSdk | string, options?: { ms?: number }): void;
  /**
   * The link of this page (or of all pages of an agent) is down within the service, with everything on its way, and
   * the page is told: listeners of `onInterruption` are called. Every command is refused with the code of the
   * behaviour `interruptedCode`, and nothing else arrives. With `ms` the link comes back after that time; the page
   * then gets `EventWebSocketSession`, and as after `disconnect`. A page that `disconnect` has cut off is told from
   * now on.
   *
   * @field a link within the service is down, and the page knows
   */
  interrupt(target: SimulatedSdk | string, options?: { ms?: number }): void;
  /** The connection is back; the page gets `EventAgentRegainStatus`, if its agent is signed in. */
  reconnect(target: SimulatedSdk | string): void;
  /**
   * Another page signs the agent in, as soon as the messages have travelled: all others get
   * `EventAgentConnectionChanged`.
   *
   * @param login parameters of that login; by default those in force now
   *
   * @field a second login pushes the first page out
   */
  secondEnd(agentID: string, login?: object): SimulatedSdk;
  /**
   * Two pages sign in at once: when the agent's next login arrives, so does that of another page, with the same
   * parameters, and both are accepted one after the other. With `rivalFirst` the agent's page gets
   * `EventAgentConnectionChanged` and then the success of its own login; with `rivalLast` the success and then
   * `EventAgentConnectionChanged`.
   *
   * @param options `order` default: `rivalFirst`; `times` default: 1
   * @throws Error if there is no such agent
   *
   * @field two pages sign in at once: the loser of the first round wins the second
   */
  rivalLogin(agentID: string, options?: { order?: LoginOrder; times?: number }): Fault;
  /**
   * The switch goes down, with all its calls, and is back after `ms` (default 1000). Agents stay signed in.
   *
   * @throws Error if the exchange is not the simulated one
   */
  restartSwitch(options?: { ms?: number }): void;
  /** Removes all faults and restores the latency; connections that are down stay down. */
  clear(): void;
}
