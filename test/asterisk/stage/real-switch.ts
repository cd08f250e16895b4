import { connectAsterisk, type AsteriskSwitch } from '../../../adapters/asterisk/index.js';
import { startPbx, type PbxOptions } from '../../../adapters/asterisk/pbx/start-pbx.js';
import { createSipPhone, createTonePlan, type SipPhone } from '../../../demo/phones/index.js';
import type { AriAccess } from './ari-legs.js';
import { EXTENSIONS, PHONES } from './floor.js';
import type { Outage } from './stage.js';
import { RealPhoneInHand } from './real-phone.js';

/** A real PBX with a SIP phone for everybody on the floor. */
export interface RealSwitch {
  readonly ari: AriAccess;
  /** All phones, in hand. */
  readonly phones: readonly RealPhoneInHand[];
  /** The extensions that have a phone. */
  readonly extensions: readonly string[];
  /** An exchange on it; only one at a time. */
  connect(): Promise<AsteriskSwitch>;
  /** Calls `listener` whenever a phone has something to tell; returns how to stop it. */
  onPhoneEvent(listener: () => void): () => void;
  /** It goes down and comes back, and all phones sign on again. */
  restart(how: Outage): Promise<void>;
  /** Takes all phones in new hands, whatever a failed scenario has left. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

interface Line {
  readonly webSocket: string;
  readonly password: string;
}

/** A phone for everybody, each with a tone that the others know. */
async function newPhones({ webSocket: server, password }: Line, listen: () => void): Promise<readonly SipPhone[]> {
  const tones = createTonePlan();
  // The phones of agents know call waiting, as desk phones do.
  const lines = [...PHONES.extensions.map((ext) => ({ ext, maxCalls: 3 })), ...PHONES.numbers.map((ext) => ({ ext, maxCalls: 1 }))];
  const phones = lines.map((line) => createSipPhone({ ...line, password, server, tones }));
  for (const phone of phones) phone.subscribe(listen);
  await Promise.all(phones.map((phone) => phone.register()));
  return phones;
}

/** Starts a PBX of its own. @throws PbxUnavailable if this machine cannot have one */
export async function openRealSwitch(options: Pick<PbxOptions, 'scripts'> = {}): Promise<RealSwitch> {
  const extensions = [...PHONES.extensions, EXTENSIONS.offline];
  const pbx = await startPbx({ ...options, extensions, numbers: PHONES.numbers });
  const { url, credentials } = pbx.connection;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let phones = await newPhones(pbx.sip, tell);
  const close = (): Promise<unknown> => Promise.all(phones.map((phone) => phone.close()));
  return {
    ari: { url, ...credentials },
    get phones() {
      return phones.map((phone) => new RealPhoneInHand(phone));
    },
    extensions: PHONES.extensions,
    connect: () => connectAsterisk(pbx.connection),
    onPhoneEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart: async (how) => {
      await (how === 'crash' ? pbx.crash() : pbx.end());
      await pbx.start();
      await Promise.all(phones.map((phone) => phone.register()));
    },
    renew: async () => {
      await close();
      phones = await newPhones(pbx.sip, tell);
    },
    stop: async () => {
      await close();
      await pbx.stop();
    },
  };
}
