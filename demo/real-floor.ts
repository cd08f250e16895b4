import { connectAsterisk, type AsteriskError, type AsteriskSwitch } from '../adapters/asterisk/index.js';
import { startPbx, type Pbx } from '../adapters/asterisk/pbx/start-pbx.js';
import { createCallCentre, type CallCentre } from '../adapters/simulator/index.js';
import { AGENTS, CUSTOMERS } from './cast.js';
import { floorWith } from './floor.js';
import { SipHandset } from './phones/handset/sip-handset.js';
import { createSipPhone, createTonePlan } from './phones/index.js';

export interface RealFloorOptions {
  /** Where the scripts of the PBX are. Default: beside its modules, as long as they were not bundled. */
  readonly scripts?: string;
  /** Length of after-call work, in s. */
  readonly acwSeconds: number;
  /** Extensions whose phones are in web pages (WebRTC); all others get a SIP phone here. Default: none. */
  readonly webExtensions?: readonly string[];
  /** Once it is aborted, nothing more is opened. Default: never. */
  readonly signal?: AbortSignal;
  /** Is told what is wrong with the PBX. */
  readonly onProblem: (problem: AsteriskError) => void;
  /** Is told what the call centre throws. */
  readonly onError: (error: unknown) => void;
}

/** The floor of the cast on a real switch. */
export interface RealFloor {
  readonly pbx: Pbx;
  readonly centre: CallCentre;
  /** By extension or number. Those of customers can be called, the others from `plugIn` on. */
  readonly phones: ReadonlyMap<string, SipHandset>;
  /** Whether the switch knows of the phone. */
  readonly isReachable: (ext: string) => boolean;
  /** Everything is gone when it resolves. */
  readonly close: () => Promise<void>;
}

type Phones = RealFloor['phones'];
type Closer = () => Promise<void>;

/** A phone for everybody who has none in a web page, by extension or number. */
function phonesAt({ webSocket: server, password }: Pbx['sip'], extensions: readonly string[]): Phones {
  const tones = createTonePlan();
  const phone = (dn: string, maxCalls = 1): [string, SipHandset] => [
    dn,
    new SipHandset(createSipPhone({ ext: dn, password, server, tones, maxCalls })),
  ];
  return new Map([
    ...extensions.map((ext) => phone(ext)),
    // A customer who is always on the phone has no line free.
    ...CUSTOMERS.map(({ number, isBusy = false }) => phone(number, isBusy ? 0 : 1)),
  ]);
}

/** A desk on the PBX; how to let go of it is added to `closers`. */
async function centreOn(pbx: Pbx, options: RealFloorOptions, closers: Closer[]): Promise<{ exchange: AsteriskSwitch; centre: CallCentre }> {
  const { acwSeconds, onProblem, onError } = options;
  const exchange = await connectAsterisk({ ...pbx.connection, onProblem });
  closers.push(() => exchange.close());
  const centre = createCallCentre({ ...floorWith(acwSeconds), exchange, onError });
  closers.push(() => {
    centre.dispose();
    return Promise.resolve();
  });
  return { exchange, centre };
}

/**
 * Installs Asterisk if need be, starts one with ports and passwords of its own, and connects to it.
 *
 * @throws PbxUnavailable if this machine cannot have it
 */
export async function openRealFloor(options: RealFloorOptions): Promise<RealFloor> {
  const { scripts, webExtensions = [], signal } = options;
  const numbers = CUSTOMERS.map(({ number }) => number);
  const extensions = AGENTS.map(({ ext }) => ext).filter((ext) => !webExtensions.includes(ext));
  const pbx = await startPbx({ extensions, webExtensions, numbers, ...(scripts !== undefined && { scripts }) });
  const phones = phonesAt(pbx.sip, extensions);
  const closers: Closer[] = [];
  const close = async (): Promise<void> => {
    // Phones that have lost their PBX have nobody left to take leave of, and wait for no answer.
    closers.push(() => pbx.stop(), ...[...phones.values()].map((phone) => () => phone.close()));
    for (const closer of closers.splice(0)) await closer().catch(() => undefined);
  };
  try {
    signal?.throwIfAborted();
    const { exchange, centre } = await centreOn(pbx, options, closers);
    await Promise.all([...phones].filter(([dn]) => numbers.includes(dn)).map(([, phone]) => phone.register()));
    const isReachable = (ext: string): boolean => exchange.reachable({ kind: 'ext', ext }) === 'available';
    return { pbx, centre, phones, isReachable, close };
  } catch (error) {
    await close();
    throw error;
  }
}
