import type { CallCentre } from '../../../adapters/simulator/index.js';
import type { AgentOptions } from '../../../src/index.js';
import type { SwitchLeg } from './legs.js';
import type { Outage } from './stage.js';
import type { PhoneInHand } from './stage-phone.js';

/** The part in which a stage on the simulated exchange and one on a real switch differ. */
export interface Backing {
  readonly centre: CallCentre;
  readonly agentOptions: AgentOptions;
  /** All phones that are there. */
  readonly phones: readonly PhoneInHand[];
  /** The legs, asked from the switch itself. */
  legs(): Promise<readonly SwitchLeg[]>;
  /** Lets everything under way come to its end, until `check` throws nothing any more. */
  settle(check: () => Promise<void>): Promise<void>;
  /** Lets time pass until it is so. @throws Error if it takes too long */
  until(what: string, holds: () => boolean): Promise<void>;
  /** Until the desk has been told that the phone with this extension is registered, or is not any more. */
  untilTold(ext: string, isRegistered: boolean): Promise<void>;
  restartSwitch(how: Outage): Promise<void>;
  /** After everybody has hung up. @throws Error if the switch still has something of a call */
  expectNothingLeft(): Promise<void>;
  close(): Promise<void>;
}
