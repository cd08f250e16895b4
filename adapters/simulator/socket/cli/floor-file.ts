import { readFile } from 'node:fs/promises';
import { checkFloorOptions } from '../../options/check.js';
import type { FloorOptions } from '../../options/floor-options.js';
import { jsonErrorIn } from './json-error.js';

/** The floor file cannot be used. The message says where it is wrong, and what is allowed. */
export class FloorFileError extends Error {
  override readonly name = 'FloorFileError';
}

const READ_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'it may not be read',
};

async function read(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    return text.replace(/^\uFEFF/, '');
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new FloorFileError(`Cannot read the floor file ${path}: ${READ_ERRORS[code] ?? code}.`, { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const error = jsonErrorIn(text);
    const place = error === null ? '' : `: line ${error.line}, column ${error.column}, expected ${error.expected}`;
    throw new FloorFileError(`The floor file ${path} is not JSON${place}.`, { cause });
  }
}

/** @throws FloorFileError (as rejection) */
export async function readFloorFile(path: string): Promise<FloorOptions> {
  const value = parse(path, await read(path));
  try {
    return checkFloorOptions(value);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const what = cause.message.replace(/^Bad call centre options\. /, '');
    throw new FloorFileError(`The floor file ${path} is wrong. ${what}`, { cause });
  }
}
