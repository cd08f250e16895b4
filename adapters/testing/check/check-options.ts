import * as v from 'valibot';
import { invariants as all } from '../invariants/index.js';
import type { Invariant } from '../invariants/invariant.js';
import { readReplay } from './replay.js';

/** The options of `checkAgent`. All are optional. */
export interface CheckOptions {
  /** How many sequences are run. Default: 200. */
  readonly runs?: number;
  /** How many steps a sequence has at most. Default: 60. */
  readonly maxSteps?: number;
  /** The same seed gives the same sequences: a whole number of 32 bits. Default: by chance. */
  readonly seed?: number;
  /** Runs one sequence only: the `replay` of a failure. The options that decide on sequences then come from it. */
  readonly replay?: string;
  /**
   * Whether anything goes wrong between page and service: messages lost, late, doubled, made up; connections lost,
   * pages loaded anew, second ends. Default: true.
   */
  readonly faults?: boolean;
  /**
   * How many of the sequences end with a regain of all connections, after which every page must show the truth, from
   * 0 to 1. Default: 0.5.
   */
  readonly endWithRegain?: number;
  /** Whether the shortest sequence that fails is looked for, which takes a while. Default: true. */
  readonly shrink?: boolean;
  /**
   * Whether, if no sequence has failed, callbacks, events, commands and deadlines that cross are tried in every order
   * (`checkRaces`), too. A replay never does. Default: true.
   */
  readonly races?: boolean;
  /** The invariants that must always hold. Default: all of `invariants`. */
  readonly invariants?: readonly Invariant[];
  /** Further invariants that must always hold. Default: none. */
  readonly extraInvariants?: readonly Invariant[];
  /** Is told after every sequence. Default: nobody. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a check has come. */
export interface Progress {
  /** Sequences that were run. */
  readonly sequences: number;
  /** A sequence has failed, and shorter ones are tried. */
  readonly isShrinking: boolean;
}

/** The options with their defaults. */
export interface CheckSettings {
  readonly runs: number;
  readonly maxSteps: number;
  readonly seed: number;
  readonly hasFaults: boolean;
  /** How many of a hundred. */
  readonly regainShare: number;
  readonly isShrunk: boolean;
  readonly hasRaces: boolean;
  readonly invariants: readonly Invariant[];
  readonly tell: (progress: Progress) => void;
  /** Where in the tree of sequences; null: all. */
  readonly replay: { readonly path: string; readonly replayPath: string } | null;
}

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.optional(v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message)));
};
const flag = v.optional(v.boolean('must be true or false'));
const SHARE = 'must be a number from 0 to 1';
const INVARIANTS = 'must be a list of invariants, each with a name and at least one check';

const isInvariant = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Invariant>).name === 'string' &&
  Object.entries(value).some(([name, check]) => /^of[A-Z]/.test(name) && typeof check === 'function');

const invariantList = v.optional(v.custom<readonly Invariant[]>((value) => Array.isArray(value) && value.every(isInvariant), INVARIANTS));

const NAMES = [
  'runs',
  'maxSteps',
  'seed',
  'replay',
  'faults',
  'endWithRegain',
  'shrink',
  'races',
  'invariants',
  'extraInvariants',
  'onProgress',
];

const schema = v.strictObject(
  {
    runs: whole(1, 10_000_000),
    maxSteps: whole(1, 1000),
    seed: whole(-(2 ** 31), 2 ** 31 - 1),
    replay: v.optional(v.string('must be the replay string of a failure')),
    faults: flag,
    endWithRegain: v.optional(v.pipe(v.number(SHARE), v.minValue(0, SHARE), v.maxValue(1, SHARE))),
    shrink: flag,
    races: flag,
    invariants: invariantList,
    extraInvariants: invariantList,
    onProgress: v.optional(v.function('must be a function')),
  },
  (issue) => (issue.expected === 'never' ? `is not an option; these are ${NAMES.join(', ')}` : 'must be an object'),
);

/** The settings for these options. @throws TypeError that says which option is wrong and what is allowed */
export function settle(options: CheckOptions): CheckSettings {
  const result = v.safeParse(schema, options);
  if (!result.success) {
    const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'options'} ${issue.message}`);
    throw new TypeError(`switchhook/testing: ${problems.join('; ')}`);
  }
  const { runs = 200, shrink = true, races = true, invariants = all, extraInvariants = [], replay, onProgress = () => undefined } = options;
  const checks = { isShrunk: shrink, hasRaces: races, invariants: [...invariants, ...extraInvariants], tell: onProgress };
  if (replay !== undefined) return { ...readReplay(replay), ...checks, runs: 1, isShrunk: false, hasRaces: false };
  const { maxSteps = 60, faults = true, endWithRegain = 0.5, seed = Math.trunc(Math.random() * 2 ** 31) } = options;
  return { ...checks, runs, maxSteps, seed, hasFaults: faults, regainShare: Math.round(endWithRegain * 100), replay: null };
}
