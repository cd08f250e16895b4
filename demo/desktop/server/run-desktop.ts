import type { DesktopArguments } from '../../arguments.js';
import { AGENTS, CUSTOMERS } from '../../cast.js';
import { Interrupted } from '../../interruption.js';
import { serveDesktop, type DesktopServer } from './serve-desktop.js';

export interface DesktopRun {
  readonly given: DesktopArguments;
  /** Where the scripts of the PBX are. */
  readonly scripts: string;
  /** Its abortion ends the desktop. */
  readonly interruption: AbortController;
  readonly print: (line: string) => void;
  /** Builds the page, and says in which folder it is. */
  readonly buildPage: () => Promise<string>;
}

const FLOORS: Readonly<Record<DesktopArguments['exchange'], string>> = {
  simulated: 'a simulated call centre',
  asterisk: 'a real Asterisk, with SIP phones',
};

function greeting({ url, port }: DesktopServer, { exchange, port: wanted }: DesktopArguments): string {
  return [
    `An agent desktop on ${FLOORS[exchange]}: ${AGENTS.length} agents, ${CUSTOMERS.length} customers, for a browser on this machine.`,
    ...(wanted === 0 || wanted === port ? [] : [`Port ${wanted} is taken: it is on the next one that is free.`]),
    '',
    url,
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

/** Rejects with the reason of the abortion. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

async function open({ given, scripts, interruption, buildPage }: DesktopRun): Promise<DesktopServer> {
  const { signal } = interruption;
  const pageFolder = await buildPage();
  signal.throwIfAborted();
  return serveDesktop({ ...given, pageFolder, scripts, signal, onLost: (error) => interruption.abort(error) });
}

async function serve(run: DesktopRun): Promise<never> {
  const { given, interruption, print } = run;
  const server = await open(run);
  try {
    print(greeting(server, given));
    return await aborted(interruption.signal);
  } finally {
    print('\nThe desktop closes.');
    await server.close();
  }
}

/**
 * Serves the desktop until it is ended, which is how it should end.
 *
 * @throws FloorLost if its floor cannot go on; PbxUnavailable, ListenError
 */
export async function runDesktop(run: DesktopRun): Promise<void> {
  try {
    await serve(run);
  } catch (error) {
    const { aborted, reason } = run.interruption.signal as { readonly aborted: boolean; readonly reason: unknown };
    // An interrupted step may fail in any way.
    const cause = aborted ? reason : error;
    if (!(cause instanceof Interrupted)) throw cause;
  }
}
