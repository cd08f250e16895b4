import { argumentsIn, UsageError } from '../../node/index.js';

/** The options of the command line. */
export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly missing: boolean;
  readonly hasFaults: boolean;
  /** Path of the module; null: the package's own agent. */
  readonly agent: string | null;
  /** Null: the default. */
  readonly runs: number | null;
  readonly steps: number | null;
  readonly seed: number | null;
  readonly replay: string | null;
}

const OPTIONS = {
  agent: { type: 'string' },
  runs: { type: 'string' },
  steps: { type: 'string' },
  seed: { type: 'string' },
  'no-faults': { type: 'boolean', default: false },
  missing: { type: 'boolean', default: false },
  replay: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

function numberOf(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && Math.abs(number) < 2 ** 31) return number;
  throw new UsageError(`--${option} must be a whole number${least > -Infinity ? `, ${least} or more` : ''}.`);
}

function textOf(option: string, text: string | undefined): string | null {
  if (text?.trim() === '') throw new UsageError(`--${option} must not be blank.`);
  return text ?? null;
}

/** Options that decide which sequences are run, as a replay string does already. */
const SAID_BY_REPLAY = ['runs', 'steps', 'seed', 'no-faults', 'missing'] as const;

/** @throws UsageError if an option is unknown, or its value is not allowed */
export function readArguments(argv: readonly string[]): Arguments {
  const given = argumentsIn(argv, OPTIONS);
  const { agent, runs, steps, seed, replay, help, version, missing } = given;
  const needless = SAID_BY_REPLAY.find((name) => given[name] !== undefined && given[name] !== false);
  if (replay !== undefined && needless !== undefined) {
    throw new UsageError(`--${needless} does not go with --replay, which runs one sequence.`);
  }
  return {
    help,
    version,
    missing,
    hasFaults: !given['no-faults'],
    agent: textOf('agent', agent),
    runs: numberOf('runs', runs, 1),
    steps: numberOf('steps', steps, 1),
    seed: numberOf('seed', seed, -Infinity),
    replay: textOf('replay', replay),
  };
}
