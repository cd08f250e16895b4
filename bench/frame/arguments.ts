import { parseArgs } from 'node:util';
import { EFFORTS, type Effort } from './efforts.js';

/** The command line, parsed. */
export interface Wish extends Effort {
  /** `measure`: all of it; `check`: only what has a goal that CI watches, quickly; `against`: all, here and at a commit. */
  readonly mode: keyof typeof EFFORTS;
  /** With `against`: anything that git takes for a commit. */
  readonly commit: string | null;
  /** Writes docs/performance.md. */
  readonly isWritten: boolean;
}

/** The command was called wrongly; the message is for its caller. */
export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n${USAGE}`);
  }
}

const USAGE = `npm run bench                          measures everything
npm run bench -- --write               and writes docs/performance.md
npm run bench -- --check               quickly, only the ratios that CI watches; fails where one is too high
npm run bench -- --against <commit>    measures this tree and that commit in turn
  --rounds <number>                    in how many processes each thing is measured; default: 3, with --check 2, with --against 5
  --ms <number>                        CPU time for which each process measures; default: 3000, with --check 2000, with --against 1500`;

const OPTIONS = {
  against: { type: 'string' },
  check: { type: 'boolean' },
  write: { type: 'boolean' },
  rounds: { type: 'string' },
  ms: { type: 'string' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function numberFrom1(option: 'rounds' | 'ms', given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${option} needs a whole number from 1, not ${given}.`);
  return value;
}

/** Reads the arguments of the command. @throws UsageError */
export function wishOf(args: readonly string[]): Wish {
  const { against, check = false, write = false, rounds, ms } = parse(args);
  // Git would take what begins with a dash for an option.
  if (against !== undefined && !/^[^-\s]/.test(against)) throw new UsageError('--against needs a commit.');
  if ([against !== undefined, check, write].filter(Boolean).length > 1) {
    throw new UsageError('--against, --check and --write exclude each other.');
  }
  const mode = against !== undefined ? 'against' : check ? 'check' : 'measure';
  return {
    mode,
    commit: against ?? null,
    isWritten: write,
    rounds: numberFrom1('rounds', rounds, EFFORTS[mode].rounds),
    ms: numberFrom1('ms', ms, EFFORTS[mode].ms),
  };
}
