import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface BuiltEntry {
  /** As one imports it: `switchhook/sobot`. */
  readonly specifier: string;
  /** The ES module in `dist/`. */
  readonly path: string;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly import: string }>>;
}

const SOURCES = ['machines', 'src', 'adapters'];

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs);
  return Math.max(...(await Promise.all(times)));
}

async function offered(root: string): Promise<readonly BuiltEntry[]> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  return Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    typeof target === 'string' ? [] : [{ specifier: join(manifest.name, subpath), path: resolve(root, target.import) }],
  );
}

/** Whether `exports` offers it, built or not. */
export async function isOffered(root: string, specifier: string): Promise<boolean> {
  return (await offered(root)).some((entry) => entry.specifier === specifier);
}

/** The entries of `exports`, built; an error where the build is missing or older than a source. */
export async function builtEntries(root: string): Promise<readonly BuiltEntry[]> {
  const entries = await offered(root);
  const built = await Promise.all(
    entries.map(({ path }) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  const changed = await Promise.all(SOURCES.map((folder) => newest(join(root, folder))));
  if (Math.min(...built) < Math.max(...changed)) {
    throw new Error('dist/ is missing, or older than the sources: run `npm run build` first.');
  }
  return entries;
}
