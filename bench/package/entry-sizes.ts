import { builtEntries } from './built-entries.js';
import { bundledSize, type Size } from './bundled-size.js';
import { filesOf } from './entry-files.js';

export interface EntrySize {
  /** As one imports it: `switchhook/sobot`. */
  readonly specifier: string;
  /** Everything that is downloaded, xstate and valibot included. */
  readonly all: Size;
  readonly withoutXstate: Size;
  /** Files of this package's that a page with an import map loads. */
  readonly files: number;
}

/** The size of every entry of the built package. */
export async function entrySizes({ root = process.cwd() } = {}): Promise<readonly EntrySize[]> {
  const entries = await builtEntries(root);
  return Promise.all(
    entries.map(async ({ specifier, path }) => {
      const [all, withoutXstate, files] = await Promise.all([bundledSize(path), bundledSize(path, /^xstate$/), filesOf(path)]);
      return { specifier, all, withoutXstate, files: files.length };
    }),
  );
}
