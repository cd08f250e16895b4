import fc from 'fast-check';
import type { Invariant } from '../invariants/invariant.js';
import type { MakeSdk } from '../subject/subject.js';
import { anyRace } from './any-race.js';
import { races as all } from './all.js';
import { ordersOf, type Race } from './race.js';
import { runRace, type RaceRun } from './run-race.js';

export interface RaceOptions {
  /** Default: all of `races`. */
  readonly races?: readonly Race[];
  /** In how many orders each race is run at most; fewer if there are fewer. Default: 60. */
  readonly numRuns?: number;
  /** How many races are drawn, on top, of anything against anything. Default: 60. */
  readonly drawn?: number;
  /** The same seed gives the same orders. Default: 1. */
  readonly seed?: number;
  /** Of a failure: runs that order only. It belongs to a seed and one race. */
  readonly path?: string;
  /** Default: all. */
  readonly invariants?: readonly Invariant[];
}

/** A race that went wrong, in the shortest order that was found. */
export interface RaceFailure extends RaceRun {
  /** With the same races and `path`: the same order. */
  readonly seed: number;
  readonly path: string;
}

export interface RaceReport {
  readonly isPassed: boolean;
  /** In how many different orders each race was run, and how many there are. */
  readonly orders: readonly { readonly race: string; readonly run: number; readonly of: number }[];
  readonly failures: readonly RaceFailure[];
}

/** The name of every drawn race. */
const DRAWN = 'anything against anything';

class Lost extends Error {
  readonly run: RaceRun;

  constructor(run: RaceRun) {
    super(run.problems.join('; '));
    this.run = run;
  }
}

function failureOf<T>({ failed, errorInstance, seed, counterexamplePath }: fc.RunDetails<T>): RaceFailure[] {
  if (!failed) return [];
  if (!(errorInstance instanceof Lost)) throw errorInstance;
  return [{ ...errorInstance.run, seed, path: counterexamplePath ?? '' }];
}

/**
 * Runs races of callbacks, events, commands and deadlines in every order, against anything that is shaped like the
 * SDK, and asks all invariants after each step. A subject that shows no state is judged by how its commands end.
 *
 * @example
 * const report = await checkRaces((sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage }));
 * if (!report.isPassed) throw new Error(raceReportInWords(report));
 */
export async function checkRaces(makeSdk: MakeSdk, options: RaceOptions = {}): Promise<RaceReport> {
  const { races = all, numRuns = 60, drawn = 60, seed = 1, path, invariants } = options;
  const replay = path === undefined ? {} : { path };
  const orders: RaceReport['orders'][number][] = [];
  const failures: RaceFailure[] = [];

  for (const race of races) {
    const seen = new Set<string>();
    const of = ordersOf(race);
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      if (seen.size === of) return;
      const run = await runRace(makeSdk, race, scheduler, invariants);
      if (run.problems.length > 0) throw new Lost(run);
      seen.add(run.order.join());
    });
    failures.push(...failureOf(await fc.check(property, { seed, numRuns, ...replay })));
    orders.push({ race: race.name, run: seen.size, of });
  }
  if (drawn > 0) {
    const property = fc.asyncProperty(anyRace(), fc.scheduler(), async (race, scheduler) => {
      const run = await runRace(makeSdk, { ...race, name: DRAWN }, scheduler, invariants);
      if (run.problems.length > 0) throw new Lost({ ...run, order: [`(from: ${race.from})`, ...run.order] });
    });
    failures.push(...failureOf(await fc.check(property, { seed, numRuns: drawn, ...replay })));
  }
  return { isPassed: failures.length === 0, orders, failures };
}

/** The failures in words: the order of each, what was wrong, and how to run it again. */
export function raceReportInWords({ orders, failures }: RaceReport): string {
  if (failures.length === 0) {
    const run = orders.reduce((sum, one) => sum + one.run, 0);
    return `${String(orders.length)} races, ${String(run)} orders: nothing was wrong.`;
  }
  return failures
    .map(({ race, order, problems, seed, path }) =>
      [
        `${race}: wrong in this order:`,
        ...order.map((words, index) => `  ${String(index + 1)}. ${words}`),
        ...problems.map((problem) => `  - ${problem}`),
        `  Again: seed ${String(seed)}, path "${path}"`,
      ].join('\n'),
    )
    .join('\n');
}
