import { readFile } from 'node:fs/promises';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

/** The package that a module belongs to. */
export interface OwnPackage {
  /** Ends with a slash. */
  readonly folder: URL;
  readonly version: string;
}

/** The package that the module at `from` belongs to, wherever in it the build has put it; null: it has been taken out of it. */
export async function ownPackage(from: string): Promise<OwnPackage | null> {
  const folder = new URL('.', from);
  const text = await readFile(new URL('package.json', folder), 'utf8').catch(() => '{}');
  const { name, version } = JSON.parse(text) as Manifest;
  if (name === 'switchhook' && version !== undefined) return { folder, version };
  const above = new URL('..', folder);
  return above.href === folder.href ? null : ownPackage(above.href);
}

/** The version of the package that the module at `from` belongs to. */
export async function ownVersion(from: string): Promise<string> {
  return (await ownPackage(from))?.version ?? 'unknown';
}
