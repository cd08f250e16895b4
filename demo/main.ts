import { readArguments } from './arguments.js';
import { playDay } from './day.js';
import { EXIT_CODES } from './exit-codes.js';
import { HELP } from './help.js';
import { coloursFor, wantsColours } from './timeline/colours.js';
import { WIDTH, wrap } from './timeline/columns.js';
import { Timeline } from './timeline/timeline.js';
import { Unexpected } from './unexpected.js';
import { UsageError } from './usage-error.js';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complaintOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  if (error instanceof Unexpected) {
    return ['', 'The day did not go as its script says.', ...wrap(error.message, WIDTH)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(argv: readonly string[]): Promise<number> {
  try {
    const { help, pace, lose } = readArguments(argv);
    const timeline = new Timeline(print, coloursFor(wantsColours(process.stdout.isTTY, process.env)));
    if (help) print(HELP.trimEnd());
    else await playDay({ timeline, pace, lose });
    return EXIT_CODES.asExpected;
  } catch (error) {
    process.stderr.write(`${complaintOf(error)}\n`);
    return error instanceof UsageError ? EXIT_CODES.usage : EXIT_CODES.unexpected;
  }
}

// Whoever reads has gone, as with `npm start | head`.
process.stdout.on('error', () => process.exit(EXIT_CODES.asExpected));
process.exitCode = await run(process.argv.slice(2));
