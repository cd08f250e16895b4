import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page with agents</title><link rel="stylesheet" href="/page.css"></head>
<body><main><h1>A page with agents</h1><div id="place"></div></main><script type="module" src="/page.js"></script></body></html>`;
const CSS = 'h1{position:absolute;clip-path:inset(50%);margin:0}html,body,main,#place{height:100%;margin:0}';

export interface Site {
  readonly url: string;
  close(): void;
}

/** Serves the page with the rules of a careful company: nothing but its own files, and nothing inline. */
export async function serveSite(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    '/': ['text/html', HTML],
    '/page.css': ['text/css', CSS],
    '/page.js': ['text/javascript', outputFiles[0]?.text ?? ''],
  };
  const server = createServer(({ url = '' }, response) => {
    const file = files[url];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file[0], 'content-security-policy': "default-src 'self'" }).end(file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
