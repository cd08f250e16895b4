import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from '../../../adapters/node/index.js';
import { serveCallCentre } from '../../../adapters/simulator/socket/server-entry.js';
import { give, giveJson, refuse, refuseMethod } from './answers.js';
import { openDesktopFloor, VOICE_PATH, type DesktopFloor, type DesktopFloorOptions } from './desktop-floor.js';
import { listenFrom } from './next-free-port.js';
import { readPage, type PageFiles } from './page-files.js';
import { answerForPhones } from './phone-desk.js';
import { Tunnels } from './tunnels.js';
import { HOST, hostsAt, isFromOwnPage } from './visitors.js';

export interface DesktopOptions extends DesktopFloorOptions {
  /** If it is taken, the next one that is free; 0: any. */
  readonly port: number;
  /** The page, built. */
  readonly pageFolder: string;
}

/** An agent desktop that is served. */
export interface DesktopServer {
  /** The page, for a browser on this machine. */
  readonly url: string;
  readonly port: number;
  /** Ends it, and the floor with it; everything is gone when it resolves. */
  close(): Promise<void>;
}

const CENTRE_PATH = '/centre';
const SETUP_PATH = '/setup.json';
const PHONES_PATH = '/phones';

const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? url;
}

/** Answers everything that is no WebSocket. */
async function answer(request: IncomingMessage, response: ServerResponse, files: PageFiles, floor: DesktopFloor): Promise<void> {
  const path = pathOf(request);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = files.get(path);
  if (path === PHONES_PATH) {
    if (isRead || isFromOwnPage(request)) await answerForPhones(request, response, floor.sip?.phones ?? null);
    else refuse(response, 403, 'Orders to phones are taken from the page of this server only.');
  } else if (path === CENTRE_PATH || path === VOICE_PATH) {
    refuse(response, 426, `${path} speaks WebSocket.`, { upgrade: 'websocket' });
  } else if (path !== SETUP_PATH && file === undefined) {
    refuse(response, 404, `There is no ${path} here: the desktop is at /.`);
  } else if (!isRead) refuseMethod(response, path, 'GET', 'HEAD');
  else if (file === undefined) giveJson(response, floor.setup);
  else give(response, file.type, file.content, file.isForever ? FOREVER : {});
}

async function serve(floor: DesktopFloor, files: PageFiles, wanted: number): Promise<DesktopServer> {
  const behind = await serveCallCentre(floor.centre, { port: 0, host: HOST, allowControl: true });
  const targets: Readonly<Record<string, string | undefined>> = { [CENTRE_PATH]: behind.url, [VOICE_PATH]: floor.sip?.webSocket };
  const tunnels = new Tunnels();
  let hosts: ReturnType<typeof hostsAt> = new Set();
  const http = createServer((request, response) => {
    if (!hosts.has(request.headers.host)) refuse(response, 403, `This desktop is for this machine: ask for ${url()}`);
    else {
      answer(request, response, files, floor).catch((error: unknown) => {
        // A client that has gone away in the middle of an order gets no answer.
        if (!response.headersSent) refuse(response, 500, error instanceof Error ? error.message : String(error));
      });
    }
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that goes away in the middle is no concern of the others.
    socket.on('error', () => socket.destroy());
    const target = targets[pathOf(request)];
    if (!hosts.has(request.headers.host) || !isFromOwnPage(request)) refuseUpgrade(socket, 403);
    else if (target === undefined) refuseUpgrade(socket, 404);
    else void tunnels.dig(target, request, socket, head);
  });

  let port = 0;
  const url = (): string => `http://${HOST}:${port}/`;
  try {
    port = await listenFrom(http, wanted, HOST);
  } catch (error) {
    await behind.close();
    throw error;
  }
  hosts = hostsAt(port);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    http.closeAllConnections();
    // Through the tunnels, it says goodbye.
    await behind.close();
    await floor.close();
    tunnels.close();
    await stopped;
  };
  return { url: url(), port, close: () => (closing ??= close()) };
}

/**
 * Serves the agent desktop on 127.0.0.1: its page, and on the same port the call centre, the phones and the switch that
 * the page needs.
 *
 * @throws PbxUnavailable if this machine cannot have the real switch; ListenError if there is no port to listen on
 */
export async function serveDesktop({ port, pageFolder, ...options }: DesktopOptions): Promise<DesktopServer> {
  const files = await readPage(pageFolder);
  const floor = await openDesktopFloor(options);
  try {
    options.signal?.throwIfAborted();
    return await serve(floor, files, port);
  } catch (error) {
    await floor.close();
    throw error;
  }
}
