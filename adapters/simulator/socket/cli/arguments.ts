import { argumentsIn, portIn, UsageError, type ArgumentValues } from '../../../node/index.js';

/** The command line, parsed. */
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
  /** The PBX that is to be the switch; null: the simulated one. */
  readonly asterisk: AsteriskArguments | null;
}

/** How a PBX is reached. Passwords are none of the command line's business: everybody on the machine can read it. */
interface AsteriskArguments {
  /** Address of its HTTP server. */
  readonly ari: string;
  /** Null: without it, phones are answered by hand. */
  readonly ami: { readonly host: string; readonly port: number } | null;
  /** The Stasis application; null: the default one. */
  readonly app: string | null;
  /** Path of a file with users and passwords; null: they are in the environment. */
  readonly credentials: string | null;
}

const OPTIONS = {
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  floor: { type: 'string' },
  seed: { type: 'string' },
  grace: { type: 'string' },
  origin: { type: 'string', multiple: true },
  exchange: { type: 'string', default: 'simulated' },
  ari: { type: 'string' },
  ami: { type: 'string' },
  app: { type: 'string' },
  credentials: { type: 'string' },
  'allow-control': { type: 'boolean', default: false },
  verbose: { type: 'boolean', short: 'v', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

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

/** Where the PBX of `npm run pbx` listens. */
const OWN_PBX = 'http://127.0.0.1:8088';

function ariOf(text: string = OWN_PBX): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--ari must be the address of the PBX's HTTP server, such as ${OWN_PBX}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('--ari must not carry user and password: put them into the environment or a file, see --credentials.');
  }
  return text;
}

function amiOf(text: string | undefined): AsteriskArguments['ami'] {
  if (text === undefined) return null;
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535) return { host, port: Number(port) };
  throw new UsageError("--ami must be host and port of the PBX's manager interface, such as 127.0.0.1:5038.");
}

/** The arguments about a PBX; null if the switch is the simulated one. */
function asteriskOf({ exchange, ari, ami, app, credentials }: ArgumentValues<typeof OPTIONS>): AsteriskArguments | null {
  if (exchange === 'asterisk') {
    return {
      ari: ariOf(ari),
      ami: amiOf(ami),
      app: textOf('app', app) ?? null,
      credentials: textOf('credentials', credentials) ?? null,
    };
  }
  if (exchange !== 'simulated') throw new UsageError('--exchange must be simulated or asterisk.');
  const inVain = Object.entries({ ari, ami, app, credentials }).find(([, value]) => value !== undefined);
  if (inVain !== undefined) throw new UsageError(`--${inVain[0]} needs --exchange asterisk.`);
  return null;
}

/** @throws UsageError if an option is unknown, or its value is not allowed */
export function readArguments(argv: readonly string[]): Arguments {
  const values = argumentsIn(argv, OPTIONS);
  const { port, host, floor, seed, grace, origin, 'allow-control': allowControl, verbose, help, version } = values;
  return {
    verbose,
    help,
    version,
    allowControl,
    port: portIn(port),
    host: textOf('host', host),
    floor: textOf('floor', floor) ?? null,
    seed: textOf('seed', seed) ?? null,
    grace: secondsOf(grace),
    origins: origin ?? null,
    asterisk: asteriskOf(values),
  };
}
