import { argumentsIn, portIn, UsageError } from '../../node/index.js';

/** The command line, read. */
export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly port: number;
  /** Null: pages from this machine. */
  readonly origins: readonly string[] | null;
}

const OPTIONS = {
  port: { type: 'string', default: '4777' },
  origin: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** An origin as a browser sends it, or `*`. */
function originOf(text: string): string {
  if (text === '*') return text;
  try {
    const { origin, protocol } = new URL(text);
    if (protocol === 'http:' || protocol === 'https:') return origin;
  } catch {
    // Said below.
  }
  throw new UsageError('--origin must be an address such as https://desk.example.');
}

/** @throws UsageError if there is no subcommand `inspector`, an option is unknown, or its value is not allowed */
export function readArguments([subcommand, ...argv]: readonly string[]): Arguments {
  const isOption = subcommand?.startsWith('-') === true;
  if (!isOption && subcommand !== 'inspector') {
    throw new UsageError(subcommand === undefined ? 'There must be a subcommand: inspector.' : `There is no subcommand ${subcommand}, only inspector.`);
  }
  const { help, version, port, origin } = argumentsIn(isOption ? [subcommand, ...argv] : argv, OPTIONS);
  if (isOption && !help && !version) throw new UsageError('There must be a subcommand: inspector.');
  return { help, version, port: portIn(port), origins: origin?.map(originOf) ?? null };
}
