import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsteriskOptions } from '../connect-asterisk.js';
import { createAriClient, type AriClient } from '../ari/ari-client.js';
import { freeTcpPort, freeUdpPort, someRtpPorts } from './free-ports.js';
import { installPbx, ownScripts } from './install-pbx.js';

/** How long the PBX may take to start, in ms; it takes about one second. */
const PATIENCE = 20_000;
/** How long it may take to end by itself, in ms. */
const FAREWELL = 5000;

export interface PbxOptions {
  /** Extensions with a SIP phone, by UDP or over WebSocket, with plain RTP. Default: none. */
  readonly extensions?: readonly string[];
  /** Extensions with a phone in a web page (WebRTC). Default: none. */
  readonly webExtensions?: readonly string[];
  /** Numbers outside that have a phone. Default: none. */
  readonly numbers?: readonly string[];
  /** After how long without a sign of life a phone counts as lost, and its call as over, in s. Default: 20. */
  readonly lostAfterSeconds?: number;
  /** The Stasis application that gets the calls. Default: `switchhook`. */
  readonly app?: string;
  /** A directory whose configuration files are added to the PBX's own, for a test. Default: none. */
  readonly moreConf?: string;
  /** Where this folder's scripts are. Default: beside this module. */
  readonly scripts?: string;
}

/** A running PBX of one's own, on loopback, with ports and passwords of its own. */
export interface Pbx {
  /** The options that `connectAsterisk` needs. */
  readonly connection: Required<Pick<AsteriskOptions, 'url' | 'credentials' | 'ami' | 'app' | 'isExtension'>>;
  /** Where phones register. */
  readonly sip: { readonly webSocket: string; readonly udpPort: number; readonly password: string };
  /** To ask it what is really the case. */
  readonly ari: AriClient;
  /** Its directory: `conf/` and `log/full` are in it. */
  readonly directory: string;
  /** The text of its log. */
  log(): Promise<string>;
  /** Ends it; calls are hung up before. */
  end(): Promise<void>;
  /** Ends it in the middle of everything. */
  crash(): Promise<void>;
  /** Starts it again after one of these, with the same ports and passwords. */
  start(): Promise<void>;
  /** Ends it for good, and removes its directory. */
  stop(): Promise<void>;
}

function password(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/**
 * Installs Asterisk if need be and starts one, with free ports; it is ready when this resolves.
 *
 * @throws PbxUnavailable if this machine has no access to Debian's packages
 */
export async function startPbx(options: PbxOptions = {}): Promise<Pbx> {
  const { extensions = [], webExtensions = [], numbers = [] } = options;
  const { app = 'switchhook', lostAfterSeconds = 20, moreConf = '', scripts = ownScripts() } = options;
  const root = await installPbx(scripts);
  const directory = await mkdtemp(join(tmpdir(), 'switchhook-pbx-'));
  const http = await freeTcpPort();
  const ami = await freeTcpPort();
  const udpPort = await freeUdpPort();
  const rtp = someRtpPorts();
  const url = `http://127.0.0.1:${http}`;
  const user = 'switchhook';
  const credentials = { user, password: password() };
  const amiCredentials = { user, password: password() };
  const phonePassword = password();
  const ari = createAriClient({ url, credentials, patience: 5000 });
  const env = {
    ...process.env,
    EXTENSIONS: extensions.join(' '),
    WEB_EXTENSIONS: webExtensions.join(' '),
    NUMBERS: numbers.join(' '),
    MORE_CONF: moreConf,
    HTTP_PORT: `${http}`,
    AMI_PORT: `${ami}`,
    SIP_PORT: `${udpPort}`,
    RTP_FIRST: `${rtp.first}`,
    RTP_LAST: `${rtp.last}`,
    LOST_AFTER: `${lostAfterSeconds}`,
    ARI_APP: app,
    ARI_USER: user,
    ARI_PASSWORD: credentials.password,
    AMI_USER: user,
    AMI_PASSWORD: amiCredentials.password,
    PHONE_PASSWORD: phonePassword,
  };
  const log = (): Promise<string> => readFile(join(directory, 'log', 'full'), 'utf8').catch(() => '');

  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();

  const start = async (): Promise<void> => {
    const started = spawn('bash', [join(scripts, 'start.sh'), root, directory], { env, stdio: 'ignore' });
    child = started;
    // When this process exits, it takes the PBX with it.
    const endWithUs = (): void => {
      started.kill('SIGKILL');
    };
    process.once('exit', endWithUs);
    ended = new Promise((resolve) =>
      started.on('close', () => {
        process.off('exit', endWithUs);
        resolve();
      }),
    );
    for (const until = Date.now() + PATIENCE; ;) {
      // ARI refuses everything until the PBX has started completely.
      if (
        await ari.request('GET', '/asterisk/info').then(
          () => true,
          () => false,
        )
      )
        return;
      if (started.exitCode !== null || started.signalCode !== null || Date.now() > until) {
        started.kill('SIGKILL');
        throw new Error(`Asterisk does not start:\n${(await log()).split('\n').slice(-10).join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const endBy = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = null;
    if (ending === null) return;
    ending.kill(signal);
    const timer = setTimeout(() => ending.kill('SIGKILL'), FAREWELL);
    await ended;
    clearTimeout(timer);
  };

  const stop = async (): Promise<void> => {
    // Nobody is told any more: there is nothing to wait for.
    await endBy('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connection: {
      url,
      credentials,
      app,
      ami: { host: '127.0.0.1', port: ami, credentials: amiCredentials },
      isExtension: (name) => !numbers.includes(name),
    },
    sip: { webSocket: `ws://127.0.0.1:${http}/ws`, udpPort, password: phonePassword },
    ari,
    directory,
    log,
    start,
    end: () => endBy('SIGTERM'),
    crash: () => endBy('SIGKILL'),
    stop,
  };
}
