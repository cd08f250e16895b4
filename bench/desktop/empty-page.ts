import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** React with a button that counts its clicks, and nothing else. */
const PAGE = `
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
function Counter() {
  const [count, setCount] = useState(0);
  return createElement('button', { type: 'button', onClick: () => setCount(count + 1) }, count);
}
createRoot(document.querySelector('#root')).render(createElement(Counter));
`;

export interface EmptyPage {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** An empty page of React, as a file: it asks nobody for anything. */
export async function emptyPage(): Promise<EmptyPage> {
  const folder = await mkdtemp(join(tmpdir(), 'switchhook-empty-'));
  await build({
    stdin: { contents: PAGE, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(folder, 'page.js'),
  });
  const file = join(folder, 'index.html');
  await writeFile(file, '<!doctype html><meta charset="utf-8"><title>Empty</title><div id="root"></div><script src="page.js"></script>');
  return { url: `file://${file}`, remove: () => rm(folder, { recursive: true }) };
}
