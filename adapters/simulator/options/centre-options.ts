import type { Clock, Exchange } from '../../exchange/index.js';
import type { FloorOptions } from './floor-options.js';

/** Options of `createCallCentre`: the floor, and what cannot stand in a file. */
export interface CallCentreOptions extends FloorOptions {
  /** The only source of time and timers. Default: real time. */
  clock?: Clock;
  /**
   * The switch that has the calls. Default: one in memory, with customers and phones that the
   * centre's `customer` and `device` move.
   */
  exchange?: Exchange;
  /**
   * Gets what a handler or an observer throws. Default: it is thrown out of the clock's timer, after
   * everything that was due.
   */
  onError?: (error: unknown) => void;
}
