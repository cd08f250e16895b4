import { ListenError, ownVersion, UsageError, type Terminal } from '../../../node/index.js';
import { serveCallCentre, type CallCentreServer } from '../server/serve-call-centre.js';
import { readArguments, type Arguments } from './arguments.js';
import { describeFloor } from './banner.js';
import { centreFor, floorFor } from './centre.js';
import { DEFAULT_FLOOR } from './default-floor.js';
import { exchangeFor, ExchangeUnavailable } from './exchange.js';
import { EXIT_CODES } from './exit-codes.js';
import { FloorFileError, readFloorFile } from './floor-file.js';
import { HELP } from './help.js';
import { createMask } from './masking.js';
import { timelineOf } from './timeline.js';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1'];

function greeting({ url, host }: CallCentreServer, { allowControl, asterisk }: Arguments): string {
  const lines = [`The call centre listens on ${url}`];
  if (asterisk !== null) lines.push(`Its calls are those of the PBX at ${asterisk.ari}`);
  if (!LOOPBACK.includes(host)) lines.push('Whoever can reach this machine can use it: there are no passwords.');
  if (allowControl) lines.push('Whoever connects can also control the floor: --allow-control.');
  return lines.join('\n');
}

async function serve(given: Arguments, terminal: Terminal): Promise<void> {
  const floor = floorFor(given, given.floor === null ? DEFAULT_FLOOR : await readFloorFile(given.floor));
  const mask = createMask(floor);
  const exchange = await exchangeFor(given, floor, terminal);
  const centre = centreFor(floor, exchange, (error) => terminal.complain(error instanceof Error ? (error.stack ?? '') : String(error)));
  try {
    const { host, port, allowControl, origins } = given;
    const server = await serveCallCentre(centre, { host, port, allowControl, ...(origins && { origins }) });
    // Before anything is printed: a process that waits for the first line may end it at once.
    const ended = new Promise<void>((resolve) => terminal.onEnd(resolve));
    terminal.print(greeting(server, given));
    // The floor's entries about customers describe simulated ones.
    const shown = exchange === null ? floor : { ...floor, customers: [] };
    terminal.print(`${describeFloor(shown, mask)}\n\nCtrl-C ends it.`);
    if (given.verbose) {
      terminal.print('');
      centre.observe((event) => terminal.print(timelineOf(event, mask)));
    }
    await ended;
    terminal.print('\nThe call centre closes.');
    await server.close();
  } finally {
    centre.dispose();
    await exchange?.close();
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT_CODES.usage;
  if (error instanceof FloorFileError) return EXIT_CODES.floor;
  if (error instanceof ListenError) return EXIT_CODES.listen;
  if (error instanceof ExchangeUnavailable) return EXIT_CODES.exchange;
  return EXIT_CODES.failed;
}

function complaintOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  if ([FloorFileError, ListenError, ExchangeUnavailable].some((known) => error instanceof known)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs the command to its end. Never rejects. @returns its exit code */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given.help) terminal.print(HELP.trimEnd());
    else if (given.version) terminal.print(await ownVersion(import.meta.url));
    else await serve(given, terminal);
    return EXIT_CODES.ended;
  } catch (error) {
    terminal.complain(complaintOf(error));
    return exitCodeOf(error);
  }
}
