import { constants } from 'node:os';
import { EXIT_CODES } from './exit-codes.js';

/** Somebody does not want the day to go on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(readonly exitCode: number) {
    super('The day was broken off.');
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The exit code of a signal is this plus its number, as in a shell. */
const BY_SIGNAL = 128;

/**
 * Aborted when the user wants the process to end, or nobody reads its output any more; everything
 * started can be ended before. Further signals are ignored: npm hands on the one that the terminal has sent.
 */
export function listenForInterruption(): AbortController {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => controller.abort(new Interrupted(BY_SIGNAL + constants.signals[signal])));
  }
  process.stdout.on('error', () => controller.abort(new Interrupted(EXIT_CODES.asExpected)));
  return controller;
}
