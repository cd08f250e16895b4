import type { SeedRun } from '../property/run-seed.js';
import type { WALKS } from './walks.js';
import type { Soak } from '../soaks/soak.js';

/** A task for a worker; each is one test. */
export type Job = { readonly name: string } & (
  | { readonly kind: 'sequences'; readonly seed: number; readonly count: number }
  | { readonly kind: 'walk'; readonly walk: keyof typeof WALKS }
  | { readonly kind: 'pairs'; readonly seed: number; readonly count: number }
  | { readonly kind: 'days'; readonly from: number; readonly count: number }
  | { readonly kind: 'soak'; readonly soak: Soak }
);

/** How a job has ended. */
export interface Outcome {
  /** The failures; empty: the job has passed. */
  readonly wrong: readonly string[];
  /** The work done, in a few words. */
  readonly done: string;
  /** Of random sequences. */
  readonly run?: SeedRun;
}

/** News from a worker at work: how far it is, and a failure so far. */
export interface News {
  readonly progress?: string;
  readonly failure?: string;
}
