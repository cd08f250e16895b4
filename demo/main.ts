import { fileURLToPath } from 'node:url';
import { PbxUnavailable } from '../adapters/asterisk/pbx/install-pbx.js';
import { ListenError, UsageError } from '../adapters/node/index.js';
import { readArguments, type Arguments } from './arguments.js';
import { FloorLost } from './desktop/server/floor-lost.js';
import { runDesktop } from './desktop/server/run-desktop.js';
import { EXIT_CODES } from './exit-codes.js';
import { HELP } from './help.js';
import { Interrupted, listenForInterruption } from './interruption.js';
import { runDay } from './terminal/run-day.js';
import { WIDTH, wrap } from './terminal/timeline/columns.js';
import { Unexpected } from './terminal/unexpected.js';

/** Seen from this file, and from the bundle that it becomes a part of: both are one level below the root. */
const PBX_SCRIPTS = fileURLToPath(new URL('../adapters/asterisk/pbx/', import.meta.url));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complaintOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  if (error instanceof PbxUnavailable) return `${error.message}\nWithout --exchange, the calls are those of the simulated switch.`;
  if (error instanceof ListenError || error instanceof FloorLost) return error.message;
  if (error instanceof Interrupted) return '\nThe day was broken off.';
  if (error instanceof Unexpected) {
    return ['', 'The day did not go as its script says.', ...wrap(error.message, WIDTH)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT_CODES.usage;
  if (error instanceof PbxUnavailable) return EXIT_CODES.noSwitch;
  if (error instanceof ListenError) return EXIT_CODES.noPort;
  return error instanceof Interrupted ? error.exitCode : EXIT_CODES.unexpected;
}

async function start(given: Arguments, buildPage: () => Promise<string>): Promise<void> {
  if (given.kind === 'help') {
    print(HELP.trimEnd());
    return;
  }
  const means = { scripts: PBX_SCRIPTS, interruption: listenForInterruption(), print };
  if (given.exchange === 'asterisk') print('Asterisk starts; the first time, it is unpacked, which takes half a minute.');
  if (given.kind === 'terminal') await runDay({ ...means, given });
  else await runDesktop({ ...means, given, buildPage });
}

/** Runs the command to its end. Never rejects. @returns its exit code */
export async function main(argv: readonly string[], buildPage: () => Promise<string>): Promise<number> {
  try {
    await start(readArguments(argv), buildPage);
    return EXIT_CODES.asExpected;
  } catch (error) {
    const exitCode = exitCodeOf(error);
    if (exitCode !== EXIT_CODES.asExpected) process.stderr.write(`${complaintOf(error)}\n`);
    return exitCode;
  }
}
