import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

export interface Site {
  readonly url: string;
  close(): void;
}

/** Nothing from elsewhere, and nothing inline but an import map, which HTML has no other place for. */
function rulesFor(html: string): string {
  const maps = [...html.matchAll(/<script type="importmap">([^]*?)<\/script>/g)].map(
    ([, map = '']) => `'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  );
  return `default-src 'self'; script-src ${["'self'", ...maps].join(' ')}; connect-src ws://127.0.0.1:*`;
}

async function respond(folders: readonly string[], path: string, response: ServerResponse): Promise<void> {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  for (const folder of folders) {
    const content = await readFile(join(folder, normalize(file)), 'utf8').catch(() => null);
    if (content === null) continue;
    const headers = { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': rulesFor(content) };
    response.writeHead(200, headers).end(content);
    return;
  }
  response.writeHead(404).end();
}

/** Serves the files of the folders as they are, the first that has one. */
export async function serveFolders(...folders: readonly string[]): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    void respond(folders, new URL(url, 'http://localhost').pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
