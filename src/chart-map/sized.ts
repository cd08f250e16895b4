import type { ChartNode } from './describe.js';

/** A box that has its size but no place yet, in px. */
export interface Sized {
  readonly node: ChartNode;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly (readonly Sized[])[];
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The length of these one after the other. */
export const withGaps = (sizes: readonly number[], gap: number) => sum(sizes) + gap * Math.max(0, sizes.length - 1);

export const heightOf = (row: readonly Sized[]) => Math.max(...row.map(({ height }) => height));
