import type { CallCentre, Customer, Device, FloorOptions } from '../../simulator/index.js';
import type { AgentClock, AgentState } from '../../sobot/index.js';
import type { Name } from '../model/scene.js';
import type { Computer } from './computer.js';

/** A customer's phone, as its user sees and uses it. */
export type CustomersPhone = Pick<Customer, 'number' | 'state' | 'answer' | 'reject' | 'hangup'> & {
  /** Calls the centre. */
  dial(target: string): void;
};

/** An agent's phone, as it is used by hand. */
export type OwnPhone = Pick<
  Device,
  'hold' | 'retrieve' | 'swap' | 'register' | 'unregister' | 'registered' | 'state' | 'answer' | 'reject' | 'hangup'
>;

/** Where a sequence is played: a call centre, the phones of its customers, and how time passes there. */
export interface World {
  readonly clock: AgentClock;
  readonly centre: CallCentre;
  /** How long people wait before the next of them does something, in ms. */
  readonly moment: number;
  /** How close to now a deadline may be that nobody can say whether it has passed, in ms. */
  readonly blur: number;
  /** How much later than the centre a page hears of something, at most, in ms. */
  readonly longestWay: number;

  customer(number: Name): CustomersPhone;
  /** The phone with this extension; null: nobody can press its buttons here. */
  ownPhone(ext: string): OwnPhone | null;
  /** One more computer for a page to run on; null: here none can sleep or has a clock of its own, pages run by `clock`. */
  computer(): Computer | null;
  /** Calls `listener` with whatever handlers and callbacks of a page throw, and with findings. */
  onError(listener: (error: unknown) => void): void;

  /** Time passes until nothing is under way. */
  untilQuiet(): Promise<void>;
  /** Time passes until it is so, or nothing is under way. */
  until(isSo: () => boolean): Promise<void>;
  passes(ms: number): Promise<void>;
  /** Time passes until all deadlines of commands have; where time is dear, no longer than anything waits. */
  outlasts(isWaiting: () => boolean): Promise<void>;
  /** Promises settle, while no time passes. */
  settles(): Promise<void>;

  /** The differences, in words, between the page and the switch itself, asked when everything last came to rest. */
  contradictions(agentID: Name, state: AgentState): readonly string[];
  dispose(): void;
}

/** Opens the call centre with this floor. */
export type OpenWorld = (floor: FloorOptions) => World;
