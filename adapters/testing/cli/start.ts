import { ownVersion, UsageError } from '../../node/index.js';
import { readArguments } from './arguments.js';
import { EXIT_CODES } from './exit-codes.js';
import { HELP } from './help.js';
import type { Terminal } from './terminal.js';

/** The error in words for the caller of the command, and the exit code. */
function complaintOf(error: unknown): readonly [words: string, exitCode: number] {
  if (!(error instanceof Error)) return [String(error), EXIT_CODES.failed];
  if (error instanceof UsageError) return [`${error.message}\nTry --help.`, EXIT_CODES.usage];
  if (error.name === 'AgentModuleError') return [error.message, EXIT_CODES.agent];
  // A replay string that cannot be read is the command line's fault.
  const [, problem] = /^switchhook\/testing: (replay .*?)\.?$/.exec(error.message) ?? [];
  if (problem !== undefined) return [`--${problem}.\nTry --help.`, EXIT_CODES.usage];
  const { code, message, stack = message } = error as NodeJS.ErrnoException;
  const isMissing = code === 'ERR_MODULE_NOT_FOUND' && message.includes("'fast-check'");
  return [
    isMissing ? 'switchhook check needs fast-check, which is not installed: npm install --save-dev fast-check' : stack,
    EXIT_CODES.failed,
  ];
}

/** Runs the command to its end. Never rejects. @returns its exit code */
export async function start(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given.help || given.version) {
      terminal.print(given.help ? HELP.trimEnd() : await ownVersion(import.meta.url));
      return EXIT_CODES.ok;
    }
    // Only now: help is there without fast-check, too.
    const { run } = await import('./run.js');
    return (await run(given, terminal)) ? EXIT_CODES.ok : EXIT_CODES.found;
  } catch (error) {
    const [words, exitCode] = complaintOf(error);
    terminal.complain(words);
    return exitCode;
  }
}
