import type { Coverage, Exercised } from '../coverage/chart-coverage.js';
import type { Entry } from '../floor/journal.js';
import { raceReportInWords, type RaceReport } from '../races/index.js';

/** A sequence after which something was not as it should be. */
export interface CheckFailure {
  /** All of it in words: the steps, what was expected, what was seen, and how to run it again. */
  readonly words: string;
  /** The steps in words, in order. */
  readonly steps: readonly string[];
  /** The one that it is about: `agent 1002`. */
  readonly who: string;
  readonly expected: string;
  readonly seen: string;
  /** fast-check's names for the sequence. */
  readonly seed: number;
  readonly path: string;
  readonly replayPath: string;
  /** The same in one text: for `checkAgent(makeSdk, { replay })` and `npx switchhook check --replay`. */
  readonly replay: string;
  /** Everything that happened, line by line. */
  readonly timeline: readonly string[];
}

/** The outcome of a check. */
export interface CheckReport {
  /** Nothing was wrong. */
  readonly ok: boolean;
  /** Sequences that were run, those of shrinking not counted. */
  readonly sequences: number;
  /** Those among them after which every page was told everything anew. */
  readonly regained: number;
  /** Steps that were taken in them. */
  readonly steps: number;
  /** That they took, in s of wall time. */
  readonly seconds: number;
  /** CPU time of the whole process that went by meanwhile, in s; null where the platform does not tell. */
  readonly cpuSeconds: number | null;
  /** How often everything had come to rest, and how often the reference model could say what is true then. */
  readonly rests: number;
  readonly foreseen: number;
  /** How often what a page shows was compared with the truth. */
  readonly compared: number;
  /** Which pairs of state and command, state and event were exercised; null for a subject without a chart. */
  readonly coverage: Coverage | null;
  readonly failure: CheckFailure | null;
  /** The outcome of the races; null: they were not run, because a sequence had failed or nobody wanted them. */
  readonly races: RaceReport | null;
  /** The last sequence, entry by entry, for printing it in another way. */
  readonly journal: readonly Entry[];
  /** The report in words. */
  toString(): string;
}

function covered(what: string, { exercised, reachable }: Exercised): string {
  return `${exercised} of ${reachable} pairs of state and ${what}`;
}

/** By CPU time where it is known: it says more on a machine that has other work, too. */
function pace({ steps, seconds, cpuSeconds }: Pick<CheckReport, 'steps' | 'seconds' | 'cpuSeconds'>): string {
  const [time, unit] = cpuSeconds === null ? [seconds, 'second'] : [cpuSeconds, 'CPU second'];
  return time > 0 ? `, ${Math.round(steps / time)} steps per ${unit}` : '';
}

/** The figures in one paragraph. */
export function figures(report: Omit<CheckReport, 'toString'>): string {
  const { sequences, steps, seconds, regained, coverage, races } = report;
  const lines = [`${sequences} sequences (${regained} ended with a regain), ${steps} steps, ${seconds.toFixed(1)} s${pace(report)}`];
  if (races?.isPassed === true) lines.push(raceReportInWords(races).replace(': nothing was wrong.', ''));
  if (coverage !== null) lines.push(`exercised: ${covered('command', coverage.commands)}, ${covered('event', coverage.events)}`);
  return lines.join('\n');
}

/** The failure in words, or that nothing was wrong. */
export function verdict({ failure, races }: Omit<CheckReport, 'toString'>): string {
  if (failure !== null) return failure.words;
  return races === null || races.isPassed ? 'Nothing was wrong.' : raceReportInWords(races);
}

export function inWords(report: Omit<CheckReport, 'toString'>): string {
  return `${verdict(report)}\n\n${figures(report)}`;
}
