import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Exit code of install.sh when Debian's packages are not to be had on this machine. */
const NOT_TO_BE_HAD = 3;

/** The PBX cannot be installed here. The message, one line, says what it needs. */
export class PbxUnavailable extends Error {
  override readonly name = 'PbxUnavailable';
}

/** Where the PBX is kept: `SWITCHHOOK_PBX_HOME`, or a directory of the user's cache. */
function pbxHome(): string {
  const { SWITCHHOOK_PBX_HOME: home, XDG_CACHE_HOME: cache } = process.env;
  return home ?? join(cache ?? join(homedir(), '.cache'), 'switchhook', 'asterisk');
}

/** Where the scripts are, as long as this module was not bundled with others. */
export function ownScripts(): string {
  return fileURLToPath(new URL('.', import.meta.url));
}

/**
 * Unpacks Asterisk, unless it is there already; about 20 s.
 *
 * @returns the directory it is in
 * @throws PbxUnavailable if this machine has no access to Debian's packages
 */
export async function installPbx(scripts = ownScripts()): Promise<string> {
  const root = join(pbxHome(), 'root');
  const child = spawn('bash', [join(scripts, 'install.sh'), root], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', () => reject(new PbxUnavailable('The PBX needs bash and the packages of Debian: this machine has no bash.')));
    child.on('close', resolve);
  });
  if (code === 0) return root;
  const lastLine = complaints.trim().split('\n').at(-1) ?? '';
  if (code === NOT_TO_BE_HAD) throw new PbxUnavailable(lastLine);
  throw new Error(`The PBX could not be installed: ${lastLine}`);
}
