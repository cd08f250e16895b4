import type fc from 'fast-check';
import type { Invariant } from '../invariants/invariant.js';
import type { MakeSdk } from '../subject/subject.js';
import { RaceBench } from './bench.js';
import { stepInWords, type Race } from './race.js';
import { SCENES } from './scenes.js';

/** How a race went. */
export interface RaceRun {
  readonly race: string;
  /** The steps in this order, in words. */
  readonly order: readonly string[];
  /** Empty: nothing was wrong. */
  readonly problems: readonly string[];
}

/**
 * Runs a race once, in the order in which the scheduler lets its steps go; every invariant is asked after each of
 * them.
 *
 * @param scheduler fast-check's, as `fc.scheduler()` draws it
 * @param invariants default: all
 *
 * @example
 * fc.assert(fc.asyncProperty(fc.scheduler(), async (scheduler) => {
 *   const { problems } = await runRace(makeSdk, race, scheduler);
 *   return problems.length === 0;
 * }));
 */
export async function runRace(makeSdk: MakeSdk, race: Race, scheduler: fc.Scheduler, invariants?: readonly Invariant[]): Promise<RaceRun> {
  const bench = new RaceBench(makeSdk, invariants);
  try {
    await bench.prepare([...SCENES[race.from], ...(race.first ?? [])]);
    for (const thread of race.threads) {
      scheduler.scheduleSequence(thread.map((step) => ({ builder: () => bench.take(step), label: stepInWords(step) })));
    }
    await scheduler.waitIdle();
    const problems: string[] = [];
    // Before the deadlines, which would clear away what the race has left.
    const state = bench.state;
    if (state !== null && race.end?.isSo(state) === false) {
      problems.push(`it ends with connection ${state.connection}, login ${state.login}, work ${state.work}; ${race.end.words}`);
    }
    await bench.finish();
    return { race: race.name, order: [...bench.order], problems: [...problems, ...bench.problems] };
  } finally {
    bench.dispose();
  }
}
