import { ListenError, ownVersion, UsageError, type Terminal } from '../../node/index.js';
import { serveInspector } from '../server/serve-inspector.js';
import { readArguments, type Arguments } from './arguments.js';
import { HELP } from './help.js';

/** How the command ends; the same numbers as `switchhook simulator`. */
const EXIT_CODES = { ended: 0, failed: 1, usage: 2, listen: 4 } as const;

async function serve({ port, origins }: Arguments, terminal: Terminal, script: URL | undefined): Promise<void> {
  const server = await serveInspector({ port, ...(origins && { origins }), ...(script && { script }) });
  // Before anything is printed: a reader of the first line may end it at once.
  const ended = new Promise<void>((resolve) => terminal.onEnd(resolve));
  terminal.print(`The inspector is at ${server.pageUrl}`);
  terminal.print(`An agent comes by  connectInspector(agent, { url: '${server.url}' })  from switchhook/inspector/socket`);
  if (origins !== null)
    terminal.print(`Agents may come from ${origins.includes('*') ? 'pages of any origin' : `pages of ${origins.join(', ')}`}.`);
  terminal.print('\nCtrl-C ends it.');
  await ended;
  terminal.print('\nThe inspector ends.');
  await server.close();
}

/** Runs the command to its end. Never rejects. @returns its exit code */
export async function run(argv: readonly string[], terminal: Terminal, script?: URL): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given.help) terminal.print(HELP.trimEnd());
    else if (given.version) terminal.print(await ownVersion(import.meta.url));
    else await serve(given, terminal, script);
    return EXIT_CODES.ended;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\nTry switchhook inspector --help.`);
      return EXIT_CODES.usage;
    }
    terminal.complain(
      error instanceof ListenError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
    return error instanceof ListenError ? EXIT_CODES.listen : EXIT_CODES.failed;
  }
}
