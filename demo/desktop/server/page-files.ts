import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** One file of the page. */
interface PageFile {
  readonly type: string;
  readonly content: Buffer;
  /** Its name changes with its content: a browser may keep it. */
  readonly isForever: boolean;
}

/** By the path of their address. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const START_PAGE = '/index.html';
/** The folder in which the build puts a hash of the content into each name. */
const HASHED = '/assets/';

/** Reads the folder of a page once: nothing but its files can be asked for, and a later build changes nothing. */
export async function readPage(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path): Promise<[string, PageFile]> => {
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return [address, { type, content: await readFile(path), isForever: address.startsWith(HASHED) }];
    }),
  );
  const page = new Map(files);
  const start = page.get(START_PAGE);
  if (start === undefined) throw new Error(`The folder of the page has no index.html: ${folder}`);
  return page.set('/', start);
}
