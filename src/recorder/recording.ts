import type { Entry } from './entry.js';
import type { Moment } from './moment.js';

/** A recording as it can be looked at, whether it goes on or not, here or elsewhere. */
export interface Recording {
  /** The step of the oldest entry that is still there. */
  readonly first: number;
  /** The step of the newest entry. */
  readonly last: number;
  /** The entry of a step; undefined: it is too old, or still to come. */
  entry(step: number): Entry | undefined;
  /** How everything stood after a step; undefined: it is too old, or still to come. */
  at(step: number): Moment | undefined;
  /** Tells each new entry until the returned function is called. */
  subscribe(listener: (entry: Entry) => void): () => void;
  /** All entries that are still there, for `JSON.stringify`. */
  toJSON(): { readonly first: number; readonly entries: readonly Entry[] };
}
