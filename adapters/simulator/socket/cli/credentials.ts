import { readFile } from 'node:fs/promises';
import type { Credentials } from '../../../asterisk/index.js';
import { UsageError } from '../../../node/index.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** `NAME=value`, a line each, as a shell would read them; `#` begins a comment. */
function readVariables(text: string): Variables {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^\s*(?:export\s+)?(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')] as const];
  });
  return Object.fromEntries(lines);
}

async function variablesIn(file: string): Promise<Variables> {
  try {
    return readVariables(await readFile(file, 'utf8'));
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new UsageError(`--credentials: ${file} cannot be read (${code}).`);
  }
}

function credentialsOf(kind: 'ARI' | 'AMI', variables: Variables, file: string | null): Credentials {
  const user = variables[`${kind}_USER`];
  const password = variables[`${kind}_PASSWORD`];
  if (user && password) return { user, password };
  const place = file === null ? 'be set in the environment, or stand in the file that --credentials names' : `stand in ${file}`;
  throw new UsageError(`${kind}_USER and ${kind}_PASSWORD must ${place}.`);
}

/**
 * Users and passwords of the PBX.
 *
 * @param file null: they are in the environment
 * @throws UsageError if they are not there
 */
export async function readCredentials(
  file: string | null,
  withAmi: boolean,
): Promise<{ readonly ari: Credentials; readonly ami: Credentials | null }> {
  const variables = file === null ? process.env : await variablesIn(file);
  return {
    ari: credentialsOf('ARI', variables, file),
    ami: withAmi ? credentialsOf('AMI', variables, file) : null,
  };
}
