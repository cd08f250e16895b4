import { createRealClock, type Clock, type Exchange } from '../exchange/index.js';
import { createAmiClient } from './ami/ami-client.js';
import { createAriClient, type Credentials } from './ari/ari-client.js';
import { AsteriskError } from './asterisk-error.js';
import { AsteriskExchange } from './asterisk-exchange.js';
import { prefixOf } from './link/inventory.js';
import { Link, type LinkState } from './link/link.js';
import { probeAmi } from './link/probe.js';
import { createTalk } from './operations/talk.js';

export interface AsteriskOptions {
  /** Where the PBX's HTTP server is, such as `http://127.0.0.1:8088`. */
  url: string;
  /** A user of ARI who may write. */
  credentials: Credentials;
  /** The Stasis application: the name that stands in `Stasis()` in the dial plan. Default: `switchhook`. */
  app?: string;
  /**
   * The manager interface, for what ARI cannot do: have a phone pick up, or take back what it holds, by
   * NOTIFY. Default: none; phones can be answered by hand only.
   */
  ami?: { host: string; port: number; credentials: Credentials };
  /** The endpoint to dial for an extension; `{}` stands for it. Default: `PJSIP/{}`. */
  extensions?: string;
  /** The endpoint to dial for a number outside. Default: `PJSIP/{}@pstn`, the trunk `pstn`. */
  numbers?: string;
  /**
   * Which of the PBX's endpoints are extensions, by their names. Default: all but the trunk that `numbers`
   * names after an `@`.
   */
  isExtension?: (name: string) => boolean;
  /** How long the PBX may take to answer, or to report what was asked for, in ms. Default: 5000. */
  patience?: number;
  /** Waits before connecting again, in ms: the first, each further one being twice as long, and the longest. Default: [250, 5000]. */
  backOff?: readonly [first: number, most: number];
  /** Source of time and timers. Default: real time. */
  clock?: Clock;
  /** Is told when the connection is lost, refused or taken over. Default: nobody is told. */
  onProblem?: (problem: AsteriskError) => void;
}

/** A call centre's switch that is a real PBX. */
export interface AsteriskSwitch extends Exchange {
  readonly link: LinkState;
  /** Lets go of the PBX; calls stay what they are. */
  close(): Promise<void>;
}

function checkUrl(url: string): void {
  const { protocol, username, password } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  // An address gets into logs and messages.
  if (username || password) throw new TypeError('url must not carry user and password: that is what credentials are for.');
  if (protocol === 'http:' || protocol === 'https:') return;
  throw new TypeError("url must be the address of the PBX's HTTP server, such as http://127.0.0.1:8088.");
}

/**
 * Connects to Asterisk, to have it as the switch of a call centre. Calls of the same application from a
 * former life, which nobody knows any more, are ended. A connection that is lost comes back by itself.
 *
 * @throws AsteriskError if the PBX or its AMI is not there, refuses the credentials, or lacks a module; it says what to do
 * @throws TypeError if `url` or `app` is none, or `url` carries a password
 *
 * @example
 * const exchange = await connectAsterisk({ url: 'http://127.0.0.1:8088', credentials });
 * const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }], exchange });
 */
export async function connectAsterisk(options: AsteriskOptions): Promise<AsteriskSwitch> {
  const { url, credentials, app = 'switchhook', patience = 5000, clock = createRealClock(), backOff = [250, 5000] } = options;
  checkUrl(url);
  if (!/^[\w.-]+$/.test(app)) throw new TypeError('app must be the name of a Stasis application: letters, digits and . _ -');
  const ari = createAriClient({ url, credentials, patience });
  const ami = options.ami === undefined ? null : createAmiClient({ ...options.ami, patience });
  // Ids of channels must never come again, in this process or the next: those of a call centre do.
  const prefix = `${prefixOf(app)}${crypto.randomUUID().slice(0, 8)}~`;
  const { extensions = 'PJSIP/{}', numbers = 'PJSIP/{}@pstn', isExtension = () => true } = options;
  const trunk = /@([^@/]+)$/.exec(numbers)?.[1];
  const exchange = new AsteriskExchange({
    ari,
    app,
    clock,
    patience,
    talk: createTalk(ami),
    idOf: (id) => `${prefix}${id}`,
    dialStrings: { extension: extensions, number: numbers },
    isExtension: (name) => name !== trunk && isExtension(name),
    createLink: (hooks) =>
      new Link({ url, credentials, app, ari, clock, patience, backOff, onProblem: options.onProblem ?? (() => undefined), ...hooks }),
    onClose: () => ami?.close(),
  });
  await exchange.open();
  if (options.ami !== undefined && ami !== null) {
    await probeAmi(ari, ami, `${options.ami.host}:${options.ami.port}`).catch(async (error: unknown) => {
      await exchange.close();
      throw error;
    });
  }
  return exchange;
}
