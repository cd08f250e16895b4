import { constants } from 'node:os';
import { EXIT_CODES } from './exit-codes.js';

/** Somebody does not want it to go on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(readonly exitCode: number) {
    super('It was broken off.');
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The exit code of a signal is this plus its number, as in a shell. */
const BY_SIGNAL = 128;
/** How long another signal counts as the same one, in ms: npm hands on what the terminal has sent. */
const HANDED_ON = 500;

/**
 * Aborted when the user wants the process to end, or nobody reads its output any more; everything
 * started can be ended before. Who asks once more does not want to wait for that.
 */
export function listenForInterruption(): AbortController {
  const controller = new AbortController();
  let heardAt = -Infinity;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const exitCode = BY_SIGNAL + constants.signals[signal];
      if (controller.signal.aborted && performance.now() - heardAt > HANDED_ON) process.exit(exitCode);
      if (!controller.signal.aborted) heardAt = performance.now();
      controller.abort(new Interrupted(exitCode));
    });
  }
  process.stdout.on('error', () => controller.abort(new Interrupted(EXIT_CODES.asExpected)));
  return controller;
}
