/** `×` is a ratio within one process. */
export type Unit = '×' | 'µs' | 'ms' | 'kB' | 'files' | 'steps/s';

export interface Goal {
  readonly bound: 'at most' | 'at least';
  readonly value: number;
  /** Where the goal has not been reached: the value that has been, which CI keeps from getting worse. */
  readonly reached?: number;
}

export interface Figure {
  readonly what: string;
  /** Null where the commit that is measured has no such thing. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly goal?: Goal;
}

/** One thing that is measured, in a process of its own, so that none warms or spoils the code of another. */
export interface Measurement {
  readonly name: string;
  /** The meaning of its lines, in a sentence or two. */
  readonly meaning: string;
  /** Its ratios with a goal are checked by CI. */
  readonly isChecked?: boolean;
  /** It measures what `npm run build` has written. */
  readonly needsBuild?: boolean;
  /** It comes out the same each time: one process is enough. */
  readonly isExact?: boolean;
  /** Measures for about this many ms. */
  measure(ms: number): Promise<readonly Figure[]>;
}

export const atMost = (value: number, reached?: number): Goal => ({
  bound: 'at most',
  value,
  ...(reached === undefined ? {} : { reached }),
});
export const atLeast = (value: number): Goal => ({ bound: 'at least', value });
