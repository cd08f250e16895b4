import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { isAllowedOrigin, listen, ownPackage, refuseUpgrade } from '../../node/index.js';
import { CLOSE_CODES, PATHS } from '../messages.js';
import { Relay } from './relay.js';
import { PAGE, RULES, STYLE } from './page-files.js';

export interface InspectorServerOptions {
  /** 0: any that is free. Default: 4777. */
  readonly port?: number;
  /** Origins whose pages may show their agents here, such as `https://desk.example`. Default: pages from this machine (`localhost`). */
  readonly origins?: readonly string[];
  /** The script of the page. Default: the one that the package has built. */
  readonly script?: URL;
}

/** The inspector's page and its door for agents. */
export interface InspectorServer {
  /** The page, for a browser on this machine. */
  readonly pageUrl: string;
  /** The address that `connectInspector` takes. */
  readonly url: string;
  readonly port: number;
  /** Agents that can be looked at now. */
  readonly agents: number;
  /** Says goodbye to everyone, and stops listening. Nothing is kept. */
  close(): Promise<void>;
}

/** This machine, and nobody else. */
const HOST = '127.0.0.1';
const PORT = 4_777;
/** Parts of recordings are some 100 kB. */
const LONGEST_MESSAGE = 16_000_000;
const MOST_CONNECTIONS = 100;

/** Names of this machine, by which it is asked for. Behind another name may be a web site that has had it point here. */
function hostsAt(port: number): ReadonlySet<string | undefined> {
  return new Set([`${HOST}:${port}`, `localhost:${port}`]);
}

/** The script of the page, where the build of the package has put it. */
async function builtScript(): Promise<URL> {
  const { folder } = (await ownPackage(import.meta.url)) ?? { folder: import.meta.url };
  return new URL('dist/bin/inspector-page.js', folder);
}

/**
 * Serves the inspector's page, and relays to it what agents send that have called `connectInspector`. It listens on
 * 127.0.0.1 alone, answers nobody who asks for another host, and shows nothing to pages from elsewhere.
 *
 * @throws ListenError (as rejection) if it cannot listen there, because the port is taken, say
 * @example
 * const server = await serveInspector({ port: 0 });
 * console.log(server.pageUrl);
 */
export async function serveInspector({ port: wanted = PORT, origins, script }: InspectorServerOptions = {}): Promise<InspectorServer> {
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    '/': ['text/html', PAGE],
    '/page.css': ['text/css', STYLE],
    '/page.js': ['text/javascript', await readFile(script ?? (await builtScript()), 'utf8')],
  };
  const relay = new Relay();
  let hosts = hostsAt(wanted);
  const http = createServer(({ url = '', method, headers }: IncomingMessage, response: ServerResponse) => {
    const file = files[url];
    if (!hosts.has(headers.host))
      response.writeHead(403, { 'content-type': 'text/plain' }).end(`This is the inspector of this machine: ask for ${HOST}:${port}.\n`);
    else if (file === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('The inspector is at /.\n');
    else if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { allow: 'GET, HEAD' }).end();
    else response.writeHead(200, { ...RULES, 'content-type': `${file[0]}; charset=utf-8` }).end(method === 'HEAD' ? undefined : file[1]);
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false });

  http.on('upgrade', (request, socket, head) => {
    // A client that goes away in the middle is no concern of the others.
    socket.on('error', () => socket.destroy());
    const { host, origin } = request.headers;
    const isAgent = request.url === PATHS.agent;
    // A browser's page may look if it is this server's own; an agent may come from any page of this machine.
    const isWelcome = isAgent ? isAllowedOrigin(origin, origins) : origin === undefined || origin === `http://${host}`;
    if (!hosts.has(host) || !isWelcome) refuseUpgrade(socket, 403);
    else if (!isAgent && request.url !== PATHS.viewer) refuseUpgrade(socket, 404);
    else if (sockets.clients.size >= MOST_CONNECTIONS) refuseUpgrade(socket, 503);
    else sockets.handleUpgrade(request, socket, head, (webSocket) => (isAgent ? relay.addAgent(webSocket) : relay.addViewer(webSocket)));
  });

  const { port } = await listen(http, wanted, HOST);
  hosts = hostsAt(port);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    for (const client of sockets.clients) client.close(CLOSE_CODES.goingAway, 'the inspector ends');
    // Those that a browser has opened in advance, too.
    http.closeAllConnections();
    // A client that does not answer the goodbye is cut off.
    const timer = setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 1_000);
    await stopped;
    clearTimeout(timer);
  };
  return {
    pageUrl: `http://${HOST}:${port}/`,
    url: `ws://${HOST}:${port}`,
    port,
    get agents() {
      return relay.agents;
    },
    close: () => (closing ??= close()),
  };
}
