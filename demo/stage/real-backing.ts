import { connectAsterisk } from '../../adapters/asterisk/index.js';
import { startPbx, type Pbx } from '../../adapters/asterisk/pbx/start-pbx.js';
import { createSipPhone, createTonePlan } from '../phones/index.js';
import { createCallCentre } from '../../adapters/simulator/index.js';
import { AGENTS, CUSTOMERS } from '../cast.js';
import { floorWith } from '../floor.js';
import { Unexpected } from '../unexpected.js';
import type { Backing } from './backing.js';
import { RealTime } from './real-time.js';
import { SipHandset } from './sip-handset.js';

/** Length of after-call work, in s. */
const ACW_SECONDS = 3;

const ABOUT = [
  'Guarded agents on a real Asterisk, with real SIP phones and real sound, in real time. ' +
    'What people take their time for is cut short; after-call work lasts 3 s.',
  'Each phone says a tone of its own: "talking with 8001" is what is heard. ' +
    'Phones in web pages are SIP phones over WebSocket here, as all are.',
];

export interface RealBackingOptions {
  /** Where the scripts of the PBX are. */
  readonly scripts: string;
  /** Its abortion ends whatever is waited for. */
  readonly interruption: AbortController;
}

type Phones = ReadonlyMap<string, SipHandset>;
type Closer = () => Promise<void>;

/** A phone for everybody, by extension or number. */
function phonesAt({ webSocket: server, password }: Pbx['sip']): Phones {
  const tones = createTonePlan();
  const phone = (dn: string, maxCalls = 1): [string, SipHandset] => [
    dn,
    new SipHandset(createSipPhone({ ext: dn, password, server, tones, maxCalls })),
  ];
  return new Map([
    ...AGENTS.map(({ ext }) => phone(ext)),
    // A customer who is always on the phone has no line free.
    ...CUSTOMERS.map(({ number, isBusy = false }) => phone(number, isBusy ? 0 : 1)),
  ]);
}

/** A desk on the PBX; how to let go of it is added to `closers`. */
async function backingOn(pbx: Pbx, phones: Phones, interruption: AbortController, closers: Closer[]): Promise<Omit<Backing, 'close'>> {
  const exchange = await connectAsterisk({
    ...pbx.connection,
    onProblem: ({ code, message }) => {
      const what = code === 'unreachable' ? 'The PBX has ended in the middle of the day.' : message;
      interruption.abort(new Unexpected(what));
    },
  });
  closers.push(() => exchange.close());
  const onError = (error: unknown): void => interruption.abort(error);
  const centre = createCallCentre({ ...floorWith(ACW_SECONDS), exchange, onError });
  closers.push(() => {
    centre.dispose();
    return Promise.resolve();
  });
  const time = new RealTime(interruption.signal);
  const phoneOf = (dn: string): SipHandset => {
    const phone = phones.get(dn);
    if (phone === undefined) throw new Error(`Nobody in the cast has a phone ${dn}.`);
    return phone;
  };
  const plugIn = async (ext: string): Promise<void> => {
    await phoneOf(ext).register();
    const isKnown = await time.until(() => exchange.reachable({ kind: 'ext', ext }) === 'available');
    if (!isKnown) throw new Unexpected(`The PBX does not know of the phone ${ext}.`);
  };
  await Promise.all(CUSTOMERS.map(({ number }) => phoneOf(number).register()));
  return {
    time,
    centre,
    agentOptions: { clock: time.clock, acw: { seconds: ACW_SECONDS } },
    about: ABOUT,
    isReal: true,
    customer: phoneOf,
    deskPhone: phoneOf,
    plugIn,
    plugInWebPhone: plugIn,
    legsOnSwitch: async () => ((await pbx.ari.request('GET', '/channels')) as readonly unknown[]).length,
  };
}

/**
 * Installs Asterisk if need be, starts one with ports and passwords of its own, and connects to it.
 *
 * @throws PbxUnavailable if this machine cannot have it
 */
export async function openRealBacking({ scripts, interruption }: RealBackingOptions): Promise<Backing> {
  const numbers = CUSTOMERS.map(({ number }) => number);
  const extensions = AGENTS.map(({ ext }) => ext);
  const pbx = await startPbx({ extensions, numbers, scripts });
  const phones = phonesAt(pbx.sip);
  const closers: Closer[] = [];
  const close = async (): Promise<void> => {
    // Phones that have lost their PBX have nobody left to take leave of, and wait for no answer.
    closers.push(() => pbx.stop(), ...[...phones.values()].map((phone) => () => phone.close()));
    for (const closer of closers.splice(0)) await closer().catch(() => undefined);
  };
  try {
    interruption.signal.throwIfAborted();
    return { ...(await backingOn(pbx, phones, interruption, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
