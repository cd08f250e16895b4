/** The faults that can strike a message on its way. */
export type FaultKind = 'drop' | 'delay' | 'duplicate' | 'reorder';

/** A fault as data: for options, and for a floor file. */
export interface FaultRule {
  /**
   * - `drop` the message never arrives
   * - `delay` it arrives `ms` late, and others overtake it
   * - `duplicate` it arrives twice, the second `ms` after the first
   * - `reorder` the next message to the same end arrives before it (or `ms` pass without one)
   */
  fault: FaultKind;
  /** Name of the event, or `*` for all. */
  event: string;
  /** Only for this agent (work number). Default: for all. */
  agentID?: string;
  /** How often. Default: without end. */
  times?: number;
  /** How likely, from 0 to 1, for each message it fits. Default: 1. */
  probability?: number;
  /** Default: 1000 for `delay` and `reorder`, 0 for `duplicate`. */
  ms?: number;
}
