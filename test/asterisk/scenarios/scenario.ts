import type { FloorOptions } from '../../../adapters/simulator/index.js';
import type { Stage } from '../stage/stage.js';

/** Something that happens at a call centre, on whatever switch. */
export interface Scenario {
  /** The behaviour it shows; the first part of a sentence that ends with what is expected. */
  readonly name: string;
  /** Differences from the usual floor. */
  readonly floor?: Partial<FloorOptions>;
  /**
   * Two things happen at once, and which comes first is not the same each time: why. Both outcomes are right,
   * so that sequences of events are not compared.
   */
  readonly race?: string;
  play(stage: Stage): Promise<void>;
}
