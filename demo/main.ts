import { fileURLToPath } from 'node:url';
import { PbxUnavailable } from '../adapters/asterisk/pbx/install-pbx.js';
import { readArguments, type Arguments } from './arguments.js';
import { playDay } from './terminal/day.js';
import { EXIT_CODES } from './exit-codes.js';
import { HELP } from './help.js';
import { Interrupted, listenForInterruption } from './interruption.js';
import type { Backing } from './terminal/stage/backing.js';
import { openRealBacking } from './terminal/stage/real-backing.js';
import { openSimulatedBacking } from './terminal/stage/simulated-backing.js';
import { coloursFor, wantsColours } from './terminal/timeline/colours.js';
import { WIDTH, wrap } from './terminal/timeline/columns.js';
import { Timeline } from './terminal/timeline/timeline.js';
import { Unexpected } from './terminal/unexpected.js';
import { UsageError } from './usage-error.js';

/** Seen from this file, and from the bundle that it becomes a part of: both are one level below the root. */
const PBX_SCRIPTS = fileURLToPath(new URL('../adapters/asterisk/pbx/', import.meta.url));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complaintOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  if (error instanceof PbxUnavailable) return `${error.message}\nWithout --exchange, the day takes place on the simulated switch.`;
  if (error instanceof Interrupted) return `\n${error.message}`;
  if (error instanceof Unexpected) {
    return ['', 'The day did not go as its script says.', ...wrap(error.message, WIDTH)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT_CODES.usage;
  if (error instanceof PbxUnavailable) return EXIT_CODES.noSwitch;
  return error instanceof Interrupted ? error.exitCode : EXIT_CODES.unexpected;
}

function open({ exchange, pace }: Arguments, interruption: AbortController): Backing | Promise<Backing> {
  if (exchange === 'simulated') return openSimulatedBacking(pace, interruption.signal);
  print('Asterisk starts; the first time, it is unpacked, which takes half a minute.');
  return openRealBacking({ scripts: PBX_SCRIPTS, interruption });
}

async function play(given: Arguments): Promise<void> {
  const colours = coloursFor(wantsColours(process.stdout.isTTY, process.env));
  const interruption = listenForInterruption();
  try {
    const backing = await open(given, interruption);
    try {
      await playDay({ timeline: new Timeline(print, colours), backing, lose: given.lose });
    } finally {
      await backing.close();
    }
  } catch (error) {
    // An interrupted day may fail in any way.
    interruption.signal.throwIfAborted();
    throw error;
  }
}

async function run(argv: readonly string[]): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given.help) print(HELP.trimEnd());
    else await play(given);
    return EXIT_CODES.asExpected;
  } catch (error) {
    const exitCode = exitCodeOf(error);
    if (exitCode !== EXIT_CODES.asExpected) process.stderr.write(`${complaintOf(error)}\n`);
    return exitCode;
  }
}

process.exitCode = await run(process.argv.slice(2));
