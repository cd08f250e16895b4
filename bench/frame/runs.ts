import { MEASUREMENTS } from '../measurements/index.js';
import { EFFORTS, type Effort } from './efforts.js';
import type { Figure, Measurement } from './measurement.js';
import { checkPatiently, type PatientVerdict } from './patience.js';
import { changes, medians, type Change, type Result } from './results.js';
import { Subject } from './subject.js';
import { treeHere, type Tree } from './tree.js';

/** Its figures, of as many processes as they need, one after the other. */
async function figuresOf(subject: Subject, measurement: Measurement, { rounds, ms }: Effort): Promise<readonly Figure[]> {
  const found: (readonly Figure[])[] = [];
  for (let round = 0; round < roundsOf(measurement, rounds); round += 1) found.push(await subject.measure(measurement, ms));
  return medians(found);
}

const roundsOf = ({ isExact }: Measurement, rounds: number): number => (isExact === true ? 1 : rounds);

/** Runs it with the bench bundled for a tree. */
async function using<T>(root: string, tree: Tree, run: (subject: Subject) => Promise<T>): Promise<T> {
  const subject = await Subject.of(root, tree);
  try {
    return await run(subject);
  } finally {
    subject.close();
  }
}

/** Measures everything in this tree. */
export function measureHere(root: string, effort: Effort): Promise<readonly Result[]> {
  return using(root, treeHere(root), async (subject) => {
    const results: Result[] = [];
    for (const measurement of MEASUREMENTS) {
      results.push({ measurement, figures: await figuresOf(subject, measurement, effort) });
    }
    return results;
  });
}

/**
 * Measures what CI watches, and says which ratio reaches its goal: about half a minute of CPU time, more where
 * a ratio misses and is measured again. `root` is the directory of the repository.
 */
export function checkHere(root: string, effort: Effort = EFFORTS.check): Promise<readonly PatientVerdict[]> {
  return using(root, treeHere(root), async (subject) => {
    const all: PatientVerdict[] = [];
    for (const measurement of MEASUREMENTS.filter(({ isChecked }) => isChecked === true)) {
      const verdicts = await checkPatiently(() => figuresOf(subject, measurement, effort));
      if (verdicts.length === 0) throw new Error(`"${measurement.name}" has no ratio that could be checked.`);
      all.push(...verdicts);
    }
    return all;
  });
}

/** Measures everything in two trees, in processes that take turns. */
export function compare(root: string, older: Tree, newer: Tree, { rounds, ms }: Effort): Promise<readonly Change[]> {
  return using(root, older, (old) =>
    using(root, newer, async (now) => {
      const before = { subject: old, found: [] as (readonly Figure[])[] };
      const after = { subject: now, found: [] as (readonly Figure[])[] };
      const all: Change[] = [];
      for (const measurement of MEASUREMENTS) {
        for (let round = 0; round < roundsOf(measurement, rounds); round += 1) {
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
