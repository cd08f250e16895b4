import { MEASUREMENTS } from '../measurements/index.js';
import type { Wish } from './arguments.js';
import { check, type Verdict } from './check.js';
import type { Figure, Measurement } from './measurement.js';
import { changes, medians, type Change, type Result } from './results.js';
import { Subject } from './subject.js';
import { treeHere, type Tree } from './tree.js';

type Effort = Pick<Wish, 'rounds' | 'ms'>;

/** Runs it with the bench bundled for a tree. */
async function using<T>(root: string, tree: Tree, run: (subject: Subject) => Promise<T>): Promise<T> {
  const subject = await Subject.of(root, tree);
  try {
    return await run(subject);
  } finally {
    subject.close();
  }
}

/** Measures each of these in several processes, one after the other. */
function measure(root: string, measurements: readonly Measurement[], { rounds, ms }: Effort): Promise<readonly Result[]> {
  return using(root, treeHere(root), async (subject) => {
    const results: Result[] = [];
    for (const measurement of measurements) {
      const found: (readonly Figure[])[] = [];
      for (let round = 0; round < rounds; round += 1) found.push(await subject.measure(measurement, ms));
      results.push({ measurement, figures: medians(found) });
    }
    return results;
  });
}

/** Measures everything in this tree. */
export function measureHere(root: string, effort: Effort): Promise<readonly Result[]> {
  return measure(root, MEASUREMENTS, effort);
}

/** Measures what CI watches, and says which ratio reaches its goal. */
export async function checkHere(root: string, effort: Effort): Promise<readonly Verdict[]> {
  const watched = MEASUREMENTS.filter(({ isChecked }) => isChecked === true);
  const results = await measure(root, watched, effort);
  return check(results.flatMap(({ figures }) => figures));
}

/** Measures everything in two trees, in processes that take turns. */
export function compare(root: string, older: Tree, newer: Tree, { rounds, ms }: Effort): Promise<readonly Change[]> {
  return using(root, older, (old) =>
    using(root, newer, async (now) => {
      const before = { subject: old, found: [] as (readonly Figure[])[] };
      const after = { subject: now, found: [] as (readonly Figure[])[] };
      const all: Change[] = [];
      for (const measurement of MEASUREMENTS) {
        for (let round = 0; round < rounds; round += 1) {
          // Each is first in every other round.
          for (const { subject, found } of round % 2 === 0 ? [before, after] : [after, before]) {
            found.push(await subject.measure(measurement, ms));
          }
        }
        all.push(changes(measurement, before.found.splice(0), after.found.splice(0)));
      }
      return all;
    }),
  );
}
