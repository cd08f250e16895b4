import type { Journal } from './journal.js';
import type { Seat } from './seat.js';
import type { StagePhone } from './stage-phone.js';

/** Shut down in an orderly way, or dead at once. */
export type Outage = 'shutdown' | 'crash';

/** A call centre with its phones, on one switch or another; the same scenarios are played on each. */
export interface Stage {
  readonly journal: Journal;
  /** The phone of most scenarios' customer. */
  readonly customer: StagePhone;
  readonly third: StagePhone;
  /** The phone with this extension or number. */
  phone(dn: string): StagePhone;
  /** Why the agent's last leg was over, as his page was told; null before, or if it was not told. */
  lastCause(agentID: string): string | null;
  /** A page of the agent's that has not signed in. */
  open(agentID: string, login?: { readonly phoneType?: string }): Promise<Seat>;
  /** A page on which the agent has signed in; by default with his SIP phone, and ready. */
  signIn(agentID: string, login?: object): Promise<Seat>;
  /** Everything under way comes to its end; then agents, desk, switch and phones agree. */
  rest(): Promise<void>;
  /** Waits for something that takes time, and then for everything to come to rest. */
  until(what: string, holds: () => boolean): Promise<void>;
  /** A supervisor breaks in on an agent's talk, or takes it over. */
  supervise(intervention: 'bargeIn' | 'intercept', agentID: string, supervisorID: string): Promise<void>;
  /** The agent signs in on a page elsewhere, and all others of his are cut off. */
  displace(agentID: string): Promise<void>;
  /** The switch goes down, with all its calls, and comes back; the phones sign on again by themselves. */
  restartSwitch(how: Outage): Promise<void>;
  /** The end: nothing may be left in flight, nor on the switch once everybody has hung up. */
  close(): Promise<void>;
}
