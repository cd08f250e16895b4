import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

/** What the command line asks for. */
export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly verbose: boolean;
  readonly allowControl: boolean;
  readonly port: number;
  readonly host: string;
  /** Path of the floor file; null: the default floor. */
  readonly floor: string | null;
  /** Null: the floor's own. */
  readonly seed: string | null;
  /** In s; null: the floor's own. */
  readonly grace: number | null;
  /** Null: pages from this machine. */
  readonly origins: readonly string[] | null;
}

const OPTIONS = {
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  floor: { type: 'string' },
  seed: { type: 'string' },
  grace: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'allow-control': { type: 'boolean', default: false },
  verbose: { type: 'boolean', short: 'v', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own words name the option; the hint it may add is about positional arguments.
    const [sentence = 'The arguments are wrong.'] = (error as Error).message.split('. ');
    throw new UsageError(sentence.replace(/\.?$/, '.'));
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError('--port must be a whole number from 0 to 65535; 0: any that is free.');
}

function secondsOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new UsageError('--grace must be a number of seconds, 0 or more.');
}

/** A value that must not be blank. */
function textOf<Text extends string | undefined>(option: string, text: Text): Text {
  if (text?.trim() === '') throw new UsageError(`--${option} must not be blank.`);
  return text;
}

/** @throws UsageError if an option is unknown, or its value is not allowed */
export function readArguments(argv: readonly string[]): Arguments {
  const { port, host, floor, seed, grace, origin, 'allow-control': allowControl, ...flags } = parse(argv);
  return {
    ...flags,
    allowControl,
    port: portOf(port),
    host: textOf('host', host),
    floor: textOf('floor', floor) ?? null,
    seed: textOf('seed', seed) ?? null,
    grace: secondsOf(grace),
    origins: origin ?? null,
  };
}
