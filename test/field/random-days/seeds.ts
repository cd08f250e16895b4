/** Seeds in a row. */
export interface SeedRange {
  readonly from: number;
  readonly count: number;
}

const DAY = 86_400_000;
/** Above all seeds that are fixed. */
const FRESH = 1_000_000;

/** The same at every run. */
export function fixedSeeds(count: number): SeedRange {
  return { from: 1, count };
}

/** Others on each date. */
export function seedsOf(date: Date, count: number): SeedRange {
  return { from: FRESH + Math.floor(date.getTime() / DAY) * count, count };
}
