import type { Paint } from '../timeline/timeline.js';

const colour =
  (code: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001B[${code}m${text}\u001B[0m`;

const plain = (text: string): string => text;

/** How the output looks. */
export interface Colours extends Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

export function coloursFor(isColoured: boolean): Colours {
  return isColoured
    ? { heading: colour(1), faint: colour(2), state: colour(36), good: colour(32), bad: colour(31) }
    : { heading: plain, faint: plain, state: plain, good: plain, bad: plain };
}
