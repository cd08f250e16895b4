import { start } from './start.js';
import { processTerminal } from './terminal.js';

/** Runs the command to its end. Never rejects. @returns its exit code */
export const run = (argv: readonly string[]): Promise<number> => start(argv, processTerminal);
