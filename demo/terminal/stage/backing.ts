import type { CallCentre } from '../../../adapters/simulator/index.js';
import type { AgentOptions } from '../../../adapters/sobot/index.js';
import type { CustomerHandset, Handset } from '../../phones/handset/handset.js';
import type { Time } from './time.js';

/** The differences between a day on the simulated switch and one on a real one. */
export interface Backing {
  readonly time: Time;
  readonly centre: CallCentre;
  /** For all guarded agents. */
  readonly agentOptions: Pick<AgentOptions, 'clock' | 'acw'>;
  /** Notes about it for the reader. */
  readonly about: readonly string[];
  readonly isReal: boolean;
  customer(number: string): CustomerHandset;
  deskPhone(ext: string): Handset;
  /** The phone on a desk can be called from now on. */
  plugIn(ext: string): Promise<void>;
  /** The same, for the phone that belongs to a page which has been opened. */
  plugInWebPhone(ext: string): Promise<void>;
  /** How many legs there are, asked from the switch itself. */
  legsOnSwitch(): Promise<number>;
  /** Everything is gone when it resolves. */
  close(): Promise<void>;
}
