import type { DialerOptions } from './desk/calls/dialer-kinds.js';
import type { Truth } from './desk/truth.js';
import type { Customer, Device } from './exchange/customer.js';
import type { LegView } from '../exchange/index.js';
import type { Faults } from './network/faults.js';
import type { FloorEvent } from './network/floor-event.js';
import type { SimulatedSdk } from './network/sdk.js';

/** How much there is of everything: after all calls have ended, legs and calls are 0. */
export interface Counts {
  /** Legs on the switch. */
  readonly legs: number;
  /** Calls the desk knows of. */
  readonly calls: number;
  /** Pages, without those that were closed. */
  readonly ends: number;
  /** Messages, callbacks and commands on their way, and operations under way. */
  readonly inFlight: number;
  /** Deadlines that are waited for. */
  readonly timers: number;
}

/** A call centre in memory. Nothing happens in it but by calls and by its clock. */
export interface CallCentre {
  /** A new page: an object shaped exactly like `new SobotClient.agent()`. */
  connect(): SimulatedSdk;
  /** The object that the vendor's script would put on `window`. */
  readonly SobotClient: { readonly agent: new () => SimulatedSdk };
  /** The page is closed for good. Its agent stays signed in, as with the real service. */
  close(sdk: SimulatedSdk): void;
  /** The phone with this number. @throws Error if the exchange is not the simulated one */
  customer(number: string): Customer;
  /** The phone with this extension. @throws Error if there is none, or the exchange is not the simulated one */
  device(ext: string): Device;
  /**
   * A supervisor breaks into the agent's talk: his phone rings, and when he takes it, three talk. The
   * vendor's page has no command for it; its effects reach the agent all the same.
   *
   * @param agentID work number of the agent
   * @param supervisorID work number of the supervisor
   * @throws Error if either is not in a state for it; it says which
   */
  bargeIn(agentID: string, supervisorID: string): void;
  /** As `bargeIn`, but the supervisor takes the agent's place. */
  intercept(agentID: string, supervisorID: string): void;
  /**
   * The company's dialer calls a number for an agent (work number or extension) or a queue (name or number): a
   * customer to be called (`predictive`, `preview`) or called back (`callback`). To the agent the call comes in, with
   * `callType` Outbound and the own role Destination: it can be answered and rejected, and counts as missed.
   *
   * The vendor's records name the three kinds; how each goes on is inferred.
   *
   * @throws Error if there is no such target, the number is malformed, or the agent cannot take a call now (`preview`, `callback`)
   *
   * @field a call that the dialer offers: predictive, preview, callback
   */
  dialFor(target: string, number: string, options?: DialerOptions): void;
  /** An agent's true state, as the server holds it. @throws Error if there is no such agent, or in a prepared day */
  truth(agentID: string): Truth;
  /** Work numbers of all agents. */
  readonly agentIDs: readonly string[];
  /** Misbehaviour on demand. */
  readonly faults: Faults;
  /** Calls `observer` for everything that happens; returns how to stop it. */
  observe(observer: (event: FloorEvent) => void): () => void;
  /** All legs on the switch. */
  legs(): readonly LegView[];
  /** How much there is of everything. */
  counts(): Counts;
  /** No message and no operation is under way. A wait for a person or a deadline does not count. */
  quiet(): boolean;
  /** The moment of the next thing that happens by itself, or null. */
  nextDeadline(): number | null;
  /** Stops everything: no timer is left, and no handler is called any more. */
  dispose(): void;
}
