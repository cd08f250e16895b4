import type { Figure, Measurement } from './measurement.js';
import { median } from './median.js';

/** What was found out about one thing. */
export interface Result {
  readonly measurement: Measurement;
  readonly figures: readonly Figure[];
}

/** A figure here, and at an older commit. */
export interface Change {
  readonly measurement: Measurement;
  readonly figures: readonly {
    readonly before: Figure;
    readonly after: Figure;
    /** After by before; the median of what each round says. Null where one of them has no such thing. */
    readonly ratio: number | null;
  }[];
}

type Round = readonly Figure[];

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}

/** Of several rounds, each figure's median. */
export function medians(rounds: readonly Round[]): Round {
  const [first = []] = rounds;
  return first.map((figure, index) => ({ ...figure, value: medianOf(rounds.map((round) => round[index]?.value ?? null)) }));
}

/** Compares rounds that were run in pairs. */
export function changes(measurement: Measurement, before: readonly Round[], after: readonly Round[]): Change {
  const [olds, news] = [medians(before), medians(after)];
  const figures = news.map((figure, index) => {
    const ratios = after.map((round, number) => {
      const [old, now] = [before[number]?.[index]?.value ?? null, round[index]?.value ?? null];
      return old === null || now === null ? null : now / old;
    });
    return { before: olds[index] ?? { ...figure, value: null }, after: figure, ratio: medianOf(ratios) };
  });
  return { measurement, figures };
}
