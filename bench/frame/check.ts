import type { Figure, Goal } from './measurement.js';

/** How far a ratio may miss its goal: a shared computer is never quiet. */
export const SLACK = 0.25;

export interface Verdict {
  readonly name: string;
  readonly ratio: number | null;
  readonly goal: Goal;
  readonly ok: boolean;
}

function reaches({ bound, value, reached = value }: Goal, ratio: number, slack: number): boolean {
  return bound === 'at most' ? ratio <= reached * (1 + slack) : ratio >= reached / (1 + slack);
}

/** Judges every ratio that has a goal; one that could not be measured has missed it. */
export function check(figures: readonly Figure[], slack = SLACK): readonly Verdict[] {
  return figures.flatMap(({ what, value, unit, goal }) => {
    if (goal === undefined || unit !== '×') return [];
    return [{ name: what, ratio: value, goal, ok: value !== null && reaches(goal, value, slack) }];
  });
}
