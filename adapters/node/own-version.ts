import { readFile } from 'node:fs/promises';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

/** The version of the package this module belongs to, wherever in it the build has put it. */
export async function ownVersion(from: string): Promise<string> {
  const here = new URL('.', from);
  const text = await readFile(new URL('package.json', here), 'utf8').catch(() => '{}');
  const { name, version } = JSON.parse(text) as Manifest;
  if (name === 'switchhook' && version !== undefined) return version;
  const above = new URL('..', here);
  return above.href === here.href ? 'unknown' : ownVersion(above.href);
}
