import fc from 'fast-check';
import { ChartCoverage } from '../coverage/chart-coverage.js';
import type { Finding } from '../floor/finding.js';
import type { Journal } from '../floor/journal.js';
import { Tally } from '../floor/judge.js';
import { checkRaces } from '../races/index.js';
import type { MakeSdk } from '../subject/subject.js';
import { settle, type CheckOptions, type CheckSettings } from './check-options.js';
import { inWords, type CheckFailure, type CheckReport } from './check-report.js';
import { cpuTime } from './cpu-time.js';
import { failureInWords } from './failure-words.js';
import { writeReplay } from './replay.js';
import { runSequence } from './run-sequence.js';
import { anyStep, settings as someSettings, someHouse } from './sequence.js';
import { timelineOf } from '../timeline/timeline.js';

/** A sequence that failed, and what had happened by then. */
interface Failed {
  readonly finding: Finding;
  readonly journal: Journal;
}

/** The path that fast-check appends to a sequence of commands in words. */
const REPLAY_PATH = /replayPath="([^"]*)"/;

/** In how many orders each race is run, and how many are drawn. */
const RACES = { numRuns: 12, drawn: 20 } as const;

function sequences({ maxSteps, hasFaults, regainShare, replay }: CheckSettings) {
  const replayPath = replay === null || replay.replayPath === '' ? {} : { replayPath: replay.replayPath };
  return [
    fc.commands([anyStep(hasFaults)], { maxCommands: maxSteps, size: 'max', ...replayPath }),
    someSettings(regainShare, someHouse(hasFaults)),
  ] as const;
}

function failureOf(settings: CheckSettings, { finding, journal }: Failed, path: string, replayPath: string): CheckFailure {
  const { who, expected, seen } = finding;
  const replay = writeReplay({ ...settings, replay: { path, replayPath } });
  return {
    words: failureInWords({ who, expected, seen, journal: journal.entries, replay }),
    steps: journal.steps,
    who,
    expected,
    seen,
    seed: settings.seed,
    path,
    replayPath,
    replay,
    timeline: timelineOf(journal.entries),
  };
}

/**
 * Runs random sequences of commands, customers, supervisors and network troubles against anything shaped like the
 * SDK, at a simulated call centre, and compares what it shows with the truth, with a plain model of what a person
 * would say, and with the invariants. A subject that shows no state is judged by what can be seen from outside.
 *
 * Never rejects because of what the subject does: that is in the report.
 *
 * @throws TypeError (as rejection) if an option is wrong; it says which, and what is allowed
 *
 * @example
 * const report = await checkAgent((sdk, { clock }) => new MyToolbarModel(sdk, clock), { runs: 500 });
 * if (!report.ok) console.error(String(report));
 */
export async function checkAgent(makeSdk: MakeSdk, options: CheckOptions = {}): Promise<CheckReport> {
  const settings = settle(options);
  const coverage = new ChartCoverage();
  const tally = new Tally();
  let failed: Failed | null = null;
  let last: Journal | null = null;
  // Shrinking runs are no sample of anything.
  let isCounted = true;
  let run = 0;
  const begun = Date.now();
  const cpuBefore = cpuTime();
  const [commands, start] = sequences(settings);
  const property = fc.asyncProperty(commands, start, async (steps, given) => {
    // A replay is one sequence: fast-check would go on with another.
    if (settings.replay !== null && last !== null) return;
    await runSequence(steps, given, {
      makeSdk,
      invariants: settings.invariants,
      coverage,
      tally: isCounted ? tally : new Tally(),
      ended: (journal) => {
        last = journal;
        if (isCounted) run += 1;
        settings.tell({ sequences: run, isShrinking: !isCounted });
      },
      failed: (finding, journal) => {
        isCounted = false;
        failed = { finding, journal };
      },
    });
  });
  const { runs, seed, isShrunk, replay } = settings;
  const path = replay === null ? {} : { path: replay.path };
  const details = await fc.check(property, { numRuns: runs, seed, endOnFailure: !isShrunk, ...path });
  const { counterexample, counterexamplePath, failed: isFailed } = details;
  const found = failed as Failed | null;
  if (isFailed && found === null) throw details.errorInstance;
  const replayPath = replay?.replayPath ?? REPLAY_PATH.exec(counterexample === null ? '' : fc.stringify(counterexample[0]))?.[1] ?? '';
  const journal = found?.journal ?? (last as Journal | null);
  const seconds = (Date.now() - begun) / 1000;
  const cpuNow = cpuTime();
  const races = isFailed || !settings.hasRaces ? null : await checkRaces(makeSdk, { ...RACES, seed, invariants: settings.invariants });
  const report = {
    ok: !isFailed && races?.isPassed !== false,
    races,
    sequences: details.numRuns,
    regained: tally.regainedSequences,
    steps: tally.steps,
    seconds,
    cpuSeconds: cpuBefore === null || cpuNow === null ? null : cpuNow - cpuBefore,
    rests: tally.rests,
    foreseen: tally.foreseen,
    compared: tally.compared,
    coverage: coverage.report(),
    failure: found === null ? null : failureOf(settings, found, replay?.path ?? counterexamplePath ?? '', replayPath),
    journal: journal?.entries ?? [],
  };
  return { ...report, toString: () => inWords(report) };
}

/**
 * As `checkAgent`, for a test.
 *
 * @throws Error (as rejection) with the failing sequence in words
 *
 * @example
 * test('our toolbar survives the call centre', () => assertAgent(makeToolbar, { runs: 1000 }), 60_000);
 */
export async function assertAgent(makeSdk: MakeSdk, options: CheckOptions = {}): Promise<CheckReport> {
  const report = await checkAgent(makeSdk, options);
  if (!report.ok) throw new Error(String(report));
  return report;
}
