import type { Figure, Measurement } from './measurement.js';
import { median } from './median.js';

/** The figures of one measurement. */
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

/** In a commit that has no such thing: null. */
function valueIn(round: Round | undefined, { what }: Figure): number | null {
  return round?.find((figure) => figure.what === what)?.value ?? null;
}

/** Of several rounds, each figure's median. */
export function medians(rounds: readonly Round[]): Round {
  const [first = []] = rounds;
  return first.map((figure) => ({ ...figure, value: medianOf(rounds.map((round) => valueIn(round, figure))) }));
}

/** Compares rounds that were run in pairs. */
export function changes(measurement: Measurement, before: readonly Round[], after: readonly Round[]): Change {
  const [olds, news] = [medians(before), medians(after)];
  const gone = olds.filter(({ what }) => !news.some((figure) => figure.what === what));
  const figures = [...news, ...gone].map((figure) => {
    const ratios = after.map((round, number) => {
      const [old, now] = [valueIn(before[number], figure), valueIn(round, figure)];
      return old === null || now === null ? null : now / old;
    });
    return {
      before: { ...figure, value: valueIn(olds, figure) },
      after: { ...figure, value: valueIn(news, figure) },
      ratio: medianOf(ratios),
    };
  });
  return { measurement, figures };
}
