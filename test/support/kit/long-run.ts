import fc from 'fast-check';
import type { Behaviour } from '../../../adapters/simulator/index.js';
import { runSequence } from '../../../adapters/testing/check/run-sequence.js';
import { anyStep } from '../../../adapters/testing/check/sequence.js';
import { ChartCoverage } from '../../../adapters/testing/coverage/chart-coverage.js';
import { PLAIN_HOUSE } from '../../../adapters/testing/floor/house.js';
import { Tally } from '../../../adapters/testing/floor/judge.js';
import { invariants, type MakeSdk } from '../../../adapters/testing/index.js';
import type { ReferenceModel } from '../../../adapters/testing/model/reference-model.js';
import type { Stage } from '../../../adapters/testing/steps/stage.js';
import type { Step } from '../../../adapters/testing/steps/step.js';
import { Visit } from '../../../adapters/testing/steps/visit.js';

/** How many steps are drawn at once. */
const HANDFUL = 100;

/** Steps of the kit without end, in which nothing is lost and no page goes away; the same seed, the same steps. */
export function* peacefulSteps(seed: number): Generator<Step> {
  for (let handful = seed; ; handful += 1_000_003) {
    // A visit takes an agent to a place by whatever leads there, troubles included.
    yield* fc.sample(anyStep(false), { seed: handful, numRuns: HANDFUL }).filter((step) => !(step instanceof Visit));
  }
}

/** The first so many. */
export function* first<Item>(count: number, items: Iterable<Item>): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left <= 0) return;
    left -= 1;
    yield item;
  }
}

export interface LongRun {
  readonly makeSdk: MakeSdk;
  /** Taken one after the other on one floor: the next one is asked for when the last one is over. */
  readonly steps: Iterable<Step>;
  readonly seed: number;
  readonly behaviour?: Partial<Behaviour>;
}

/** Takes steps one after the other; fast-check itself asks for all of them before it takes the first. */
function inTurn(steps: Iterable<Step>): fc.AsyncCommand<ReferenceModel, Stage> {
  return {
    check: () => true,
    run: async (model, stage) => {
      for (const step of steps) if (step.check(model)) await step.run(model, stage);
    },
    toString: () => 'a long run',
  };
}

/** How many of the last steps a failure tells. */
const TOLD = 30;

/**
 * Plays steps on one floor of the kit's, with all that it compares and all invariants.
 *
 * @returns what was compared
 * @throws Error that says what is wrong, and what was done last
 */
export async function play({ makeSdk, steps, seed, behaviour = {} }: LongRun): Promise<Tally> {
  const tally = new Tally();
  let failure: Error | null = null;
  const run = runSequence(
    [inTurn(steps)],
    { seed, start: 'signed in', house: PLAIN_HOUSE, behaviour, endsWithRegain: false },
    {
      makeSdk,
      invariants,
      coverage: new ChartCoverage(),
      tally,
      failed: (finding, journal) => {
        failure = new Error(`${finding.message}\n\nLast of all:\n  ${journal.steps.slice(-TOLD).join('\n  ')}`, { cause: finding });
      },
      ended: () => undefined,
    },
  );
  await run.catch((error: unknown) => {
    throw failure ?? error;
  });
  return tally;
}
