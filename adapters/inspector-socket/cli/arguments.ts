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

/** @throws UsageError if an option is unknown, or its value is not allowed */
export function readArguments(argv: readonly string[]): Arguments {
  const { help, version, port, origin } = argumentsIn(argv, OPTIONS);
  return { help, version, port: portIn(port), origins: origin?.map(originOf) ?? null };
}
