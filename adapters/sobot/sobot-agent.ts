import type { CommandName, SubscriptionName } from '../../machines/index.js';
import type { Agent, AgentReport, AgentState, Failure, InteropObservable, Listener, Refusal } from '../../src/index.js';
import type { SobotMessageOf } from './messages.js';
import type { CommandParameters } from './parameters/index.js';
import type { SobotResults } from './results.js';

/** The callbacks that the vendor's methods take beside their parameters. */
export interface Callbacks<Result> {
  /** Gets the service's own result. */
  readonly success?: (result: Result) => void;
  /** Gets the service's own failure, or one of that shape if the command was refused or given up here. */
  readonly error?: (failure: Failure) => void;
}

/** The parameters may be left out where the command can do without. */
type Arguments<Parameters, Result> = undefined extends Parameters
  ? [parameters?: Parameters & Callbacks<Result>]
  : [parameters: Parameters & Callbacks<Result>];

/** The vendor's 35 commands, with promises. */
export type SobotCommands = {
  readonly [Name in CommandName]: (...args: Arguments<CommandParameters[Name], SobotResults[Name]>) => Promise<SobotResults[Name]>;
};

/** The events of this package's own, beside the vendor's. */
export interface SwitchhookEvents {
  /** A call, or the leg to a consulted party, is over; `reason` says why. */
  'switchhook:callEnded': Extract<AgentReport, { type: 'callEnded' }>;
  /** The server said what the chart did not expect; it was believed. */
  'switchhook:divergence': Extract<AgentReport, { type: 'divergence' }>;
  /** A fact was late, doubled or meant for another leg; `rule` says why it changed nothing. */
  'switchhook:ignored': Extract<AgentReport, { type: 'ignored' }>;
  /** A message made no sense; it changed nothing. */
  'switchhook:malformed': Extract<AgentReport, { type: 'malformed' }>;
  /** The storage failed; the agent works without it. */
  'switchhook:storage': Extract<AgentReport, { type: 'storage' }>;
}

/** The argument of a handler of this event. */
export type EventMessage<Name extends string> = Name extends keyof SwitchhookEvents ? SwitchhookEvents[Name] : SobotMessageOf<Name>;

/** The vendor's SDK, guarded: everything it does, and what the chart knows on top. */
export interface SobotAgent extends SobotCommands, InteropObservable<AgentState> {
  /**
   * Listens to an event of the vendor's, to all (`EventAgentAll`), or to one of
   * `switchhook:…`. The handler runs after the state has changed. Chains.
   */
  on<Name extends string>(eventName: Name, handler: (message: EventMessage<Name>) => void): this;
  /** Stops listening; without a handler, all handlers of the event go. Chains. */
  off<Name extends string>(eventName: Name, handler?: (message: EventMessage<Name>) => void): this;
  /** The state now: immutable, the same reference until something changes. */
  getSnapshot(): AgentState;
  /**
   * Tells a function, or an observer, every state from now on; returns unsubscribe. Fits `useSyncExternalStore`.
   * An observer's `complete` is called on `dispose`. `from(agent)` of RxJS tells the same.
   *
   * @throws TypeError if `listener` is neither a function nor an observer.
   */
  subscribe(listener: Listener<AgentState>): () => void;
  /** Whether the command is allowed now; with parameters, whether these are too. */
  can(command: CommandName | SubscriptionName, parameters?: unknown): boolean;
  /** Why the command is not allowed now; null if it is. */
  whyNot(command: CommandName | SubscriptionName, parameters?: unknown): Refusal | null;
  /** The XState actor, for inspectors and `@xstate/react`. */
  readonly actor: Agent['actor'];
  /** Timers, subscriptions and listeners are gone; commands in flight reject `DISPOSED`. */
  dispose(): void;
}
