/** Units of the stamps that a node writes; `none`: its messages carry no stamp. */
export const STAMP_UNITS = ['ms', 's', 'us', 'none'] as const;

/** `s` whole seconds, `ms`, `us` microseconds, or `none`. */
export type StampUnit = (typeof STAMP_UNITS)[number];

/** A clock that is set, as by time synchronisation. */
export interface ClockStep {
  /** When, in s after the call centre was made. */
  atSeconds: number;
  /** By how much, in ms; back: negative. */
  byMs: number;
}

/**
 * A node: one of the servers that the service consists of. It stamps messages by a clock of its own, so that stamps
 * of different nodes disagree. That a service has several is inferred from what agents of such services report.
 */
export interface NodeOptions {
  /** How far its clock is ahead of the centre's in the beginning, in ms; behind: negative. Default: 0. */
  offsetMs?: number;
  /** How much too fast its clock goes, in millionths; too slow: negative. Default: 0. */
  driftPpm?: number;
  /** When its clock is set, and by how much (a step back, say). Default: never. */
  steps?: readonly ClockStep[];
  /**
   * How it writes `creationTime` and the times within `EventAgentRegainStatus`. The vendor's page shows ms; the other
   * units are inferred. Default: `ms`.
   */
  stamps?: StampUnit;
  /** Names of the events that only this node stamps (all nodes that name an event share it). Default: all others. */
  events?: readonly string[];
}
