import { dirname, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';

/**
 * The files that a page with an import map loads for an entry, dependencies aside: those that it reaches by static
 * imports. Files that only `import()` reaches are not among them.
 */
export async function filesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return [...reached(metafile.inputs, relative(dirname(entry), entry))];
}

function reached(inputs: Metafile['inputs'], from: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const { path, kind, external } of inputs[from]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) reached(inputs, path, found);
  }
  return found;
}
