/** What version 2 of the contract knows and the simulated call centre cannot produce yet. */
export interface NotYet {
  /** A state of the chart, or a field of `AgentState` that is compared with nothing. */
  readonly what: string;
  readonly kind: 'state' | 'field';
  readonly reason: string;
}

/**
 * States are reached by made-up messages only, after which a page is not compared with the call centre; the list can
 * only shrink: a test fails when the simulated call centre leads to one of them.
 */
export const NOT_YET_AT_THE_SIMULATOR: readonly NotYet[] = [
  { kind: 'state', what: 'work.live.established.talking.guessed', reason: 'every regain names the work status' },
];
