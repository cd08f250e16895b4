import type { Figure, Measurement } from '../frame/measurement.js';
import { entrySizes as measureEntrySizes, type EntrySize } from '../package/entry-sizes.js';

const kB = (what: string, bytes: number): Figure => ({ what, value: bytes / 1000, unit: 'kB' });

function figuresOf({ specifier, all, withoutXstate, files }: EntrySize): readonly Figure[] {
  return [
    kB(`\`${specifier}\`, minified`, all.minified),
    kB(`\`${specifier}\`, minified and gzipped`, all.gzip),
    kB(`\`${specifier}\` without xstate, minified`, withoutXstate.minified),
    kB(`\`${specifier}\` without xstate, minified and gzipped`, withoutXstate.gzip),
    { what: `\`${specifier}\`, files of its own`, value: files, unit: 'files' },
  ];
}

export const entrySizes: Measurement = {
  name: 'What a page downloads',
  meaning:
    "Every entry with all that it imports, as a bundler makes one file of it; and how many files of this package's a page with an " +
    'import map loads for it.',
  needsBuild: true,
  isExact: true,
  async measure() {
    return (await measureEntrySizes()).flatMap(figuresOf);
  },
};
