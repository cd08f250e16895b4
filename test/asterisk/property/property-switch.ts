import { fileURLToPath } from 'node:url';
import { connectAsterisk, type AsteriskSwitch } from '../../../adapters/asterisk/index.js';
import { startPbx, type PbxOptions } from '../../../adapters/asterisk/pbx/start-pbx.js';
import { createSipPhone, createTonePlan, type SipPhone } from '../../../demo/phones/index.js';
import { COLLEAGUES, CUSTOMERS } from '../../../adapters/testing/floor/house.js';
import type { AriAccess } from '../stage/ari-legs.js';

const EXTENSIONS = COLLEAGUES.map(({ ext }) => ext);
const MOBILES = COLLEAGUES.map(({ mobile }) => mobile);

/** A PBX of its own, with a SIP phone for everybody in the house. */
export interface PropertySwitch {
  readonly ari: AriAccess;
  /** By extension or number. */
  readonly phones: ReadonlyMap<string, SipPhone>;
  /** An exchange on it; only one at a time. */
  connect(): Promise<AsteriskSwitch>;
  /** All phones hang up, and whatever a sequence has left is over. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

interface Line {
  readonly webSocket: string;
  readonly password: string;
}

async function newPhones({ webSocket: server, password }: Line): Promise<ReadonlyMap<string, SipPhone>> {
  const tones = createTonePlan();
  const phones = [...EXTENSIONS, ...CUSTOMERS, ...MOBILES].map((ext) => createSipPhone({ ext, password, server, tones }));
  await Promise.all(phones.map((phone) => phone.register()));
  const byNumber = new Map(phones.map((phone) => [phone.ext, phone]));
  // A telephone of an agent's own answers by itself, as it does in the simulated house.
  for (const mobile of MOBILES) (byNumber.get(mobile) as SipPhone).autoAnswer = 'always';
  return byNumber;
}

/**
 * @param conf the directory `conf` beside this module
 * @throws PbxUnavailable if this machine cannot have one
 */
export async function openPropertySwitch(
  options: Pick<PbxOptions, 'scripts'> = {},
  conf = fileURLToPath(new URL('conf', import.meta.url)),
): Promise<PropertySwitch> {
  const pbx = await startPbx({ ...options, extensions: EXTENSIONS, numbers: [...CUSTOMERS, ...MOBILES], moreConf: conf });
  const { url, credentials } = pbx.connection;
  let phones = await newPhones(pbx.sip);
  const close = (): Promise<unknown> => Promise.all([...phones.values()].map((phone) => phone.close()));
  return {
    ari: { url, ...credentials },
    get phones() {
      return phones;
    },
    connect: () => connectAsterisk(pbx.connection),
    renew: async () => {
      await close();
      phones = await newPhones(pbx.sip);
    },
    stop: async () => {
      await close();
      await pbx.stop();
    },
  };
}
