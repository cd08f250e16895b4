import type { SeedRun } from '../property/run-seed.js';
import type { WALKS } from './walks.js';
import type { Soak } from '../soaks/soak.js';

/** What a worker is asked to do; each is one test. */
export type Job = { readonly name: string } & (
  | { readonly kind: 'sequences'; readonly seed: number; readonly count: number }
  | { readonly kind: 'walk'; readonly walk: keyof typeof WALKS }
  | { readonly kind: 'pairs'; readonly seed: number; readonly count: number }
  | { readonly kind: 'days'; readonly from: number; readonly count: number }
  | { readonly kind: 'soak'; readonly soak: Soak }
);

/** How a job has ended. */
export interface Outcome {
  /** What is wrong; empty: the job has passed. */
  readonly wrong: readonly string[];
  /** What was done, in a few words. */
  readonly done: string;
  /** Of random sequences. */
  readonly run?: SeedRun;
}

/** What a worker tells while it is at work: how far it is, and what has failed already. */
export interface News {
  readonly progress?: string;
  readonly failure?: string;
}
