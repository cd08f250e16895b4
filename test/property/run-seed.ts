import fc from 'fast-check';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { failureInWords } from '../../adapters/testing/check/failure-words.js';
import { writeReplay } from '../../adapters/testing/check/replay.js';
import { runSequence } from '../../adapters/testing/check/run-sequence.js';
import { anyStep, settings, someHouse } from '../../adapters/testing/check/sequence.js';
import { ChartCoverage } from '../../adapters/testing/coverage/chart-coverage.js';
import { Finding } from '../../adapters/testing/floor/finding.js';
import type { Journal } from '../../adapters/testing/floor/journal.js';
import { Tally } from '../../adapters/testing/floor/judge.js';
import { invariants, type MakeSdk } from '../../adapters/testing/index.js';

/** The settings that decide which sequences a seed has. */
const SETTINGS = { maxSteps: 60, hasFaults: true, regainShare: 52 } as const;

/** A sequence that has failed. */
interface SequenceFailure {
  readonly seed: number;
  /** Which of the seed's sequences, from 0. */
  readonly sequence: number;
  readonly replay: string;
  /** The failure in words: what has happened, and what should have. */
  readonly words: string;
}

/** The results of a seed's sequences. */
export interface SeedRun {
  readonly seed: number;
  readonly sequences: number;
  readonly steps: number;
  /** Sequences at whose end all was told anew. */
  readonly regained: number;
  /** Times at which everything rested, and how many of these the model had foreseen. */
  readonly rests: number;
  readonly foreseen: number;
  readonly failures: readonly SequenceFailure[];
  /** All pairs of a state and a command or an event that can meet, and those that did not. */
  readonly reachable: { readonly commands: number; readonly events: number };
  readonly missing: readonly string[];
}

export interface SeedOptions {
  /** Default: the guarded agent. */
  readonly makeSdk?: MakeSdk;
  /** Is told of each sequence, when it is over. */
  readonly ended?: (sequence: number, failure: SequenceFailure | null) => void;
}

const guarded: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });

export function replayOf(seed: number, sequence: number): string {
  return writeReplay({ ...SETTINGS, seed, replay: { path: String(sequence), replayPath: ':' } });
}

/**
 * Runs the first sequences of a seed, all of them: those after a sequence that fails have their own verdicts. They are
 * the ones that `checkAgent` runs with this seed, which stops at the first that fails.
 */
export async function runSeed(
  seed: number,
  count: number,
  { makeSdk = guarded, ended = () => undefined }: SeedOptions = {},
): Promise<SeedRun> {
  const coverage = new ChartCoverage();
  const tally = new Tally();
  const failures: SequenceFailure[] = [];
  let sequence = 0;
  const property = fc.asyncProperty(
    fc.commands([anyStep(SETTINGS.hasFaults)], { maxCommands: SETTINGS.maxSteps, size: 'max' }),
    settings(SETTINGS.regainShare, someHouse(SETTINGS.hasFaults)),
    async (steps, given) => {
      const failed: SequenceFailure[] = [];
      const replay = replayOf(seed, sequence);
      const parts = {
        makeSdk,
        invariants,
        coverage,
        tally,
        ended: () => undefined,
        failed: ({ who, expected, seen }: Finding, journal: Journal) => {
          failed.push({ seed, sequence, replay, words: failureInWords({ who, expected, seen, journal: journal.entries, replay }) });
        },
      };
      await runSequence(steps, given, parts).catch((error: unknown) => {
        if (!(error instanceof Finding)) throw error;
      });
      failures.push(...failed);
      ended(sequence, failed[0] ?? null);
      sequence += 1;
    },
  );
  await fc.assert(property, { seed, numRuns: count, endOnFailure: true });
  const { commands, events } = coverage.report() ?? { commands: null, events: null };
  return {
    seed,
    sequences: sequence,
    steps: tally.steps,
    regained: tally.regainedSequences,
    rests: tally.rests,
    foreseen: tally.foreseen,
    failures,
    reachable: { commands: commands?.reachable ?? 0, events: events?.reachable ?? 0 },
    missing: [...(commands?.missing ?? []), ...(events?.missing ?? [])],
  };
}
