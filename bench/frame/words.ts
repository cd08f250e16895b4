import type { Figure, Goal, Unit } from './measurement.js';

/** Where there is nothing to be measured. */
const NOTHING = '–';

const DIGITS: Readonly<Record<Unit, number>> = { '×': 2, µs: 1, ms: 1, kB: 1, files: 0, 'steps/s': 0 };

export function quantity(value: number | null, unit: Unit): string {
  return value === null ? NOTHING : `${value.toFixed(DIGITS[unit])} ${unit}`;
}

export function goalInWords(goal: Goal | undefined, unit: Unit): string {
  if (goal === undefined) return '';
  const { bound, value, reached } = goal;
  return `${bound} ${value} ${unit}${reached === undefined ? '' : `; so far ${reached} ${unit}`}`;
}

export const measured = ({ value, unit }: Figure): string => quantity(value, unit);
