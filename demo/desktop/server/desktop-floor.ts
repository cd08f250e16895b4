import { createCallCentre, type CallCentre } from '../../../adapters/simulator/index.js';
import { AGENTS } from '../../cast.js';
import type { SipHandset } from '../../phones/handset/sip-handset.js';
import { openRealFloor, type RealFloor } from '../../real-floor.js';
import type { DesktopSetup } from '../setup.js';
import { ACW_SECONDS, desktopFloor, setupOfCast } from '../setup-of-cast.js';
import { FloorLost } from './floor-lost.js';

/** The floor that a desktop is served on. */
export interface DesktopFloor {
  readonly centre: CallCentre;
  readonly setup: DesktopSetup;
  /** On a real switch; null: the call centre has the phones. */
  readonly sip: {
    /** The phones that the server holds, by extension or number. */
    readonly phones: ReadonlyMap<string, SipHandset>;
    /** Where phones in web pages register. */
    readonly webSocket: string;
  } | null;
  /** Everything is gone when it resolves. */
  close(): Promise<void>;
}

export interface DesktopFloorOptions {
  readonly exchange: DesktopSetup['exchange'];
  /** Where the scripts of the PBX are. Default: beside its modules, as long as they were not bundled. */
  readonly scripts?: string;
  /** Once it is aborted, nothing more is opened. Default: never. */
  readonly signal?: AbortSignal;
  /** Is told why the floor cannot go on. */
  readonly onLost: (error: unknown) => void;
}

/** Where the page finds the switch for its phone. */
export const VOICE_PATH = '/pbx';

/** How long the switch may take to know of a phone, in ms, and how often it is looked. */
const PATIENCE = 5000;
const LOOK_EVERY = 20;

function extensionsOf(kind: 'webrtc' | 'sip'): readonly string[] {
  return AGENTS.filter(({ phoneType }) => phoneType === kind).map(({ ext }) => ext);
}

function openSimulatedFloor(onError: (error: unknown) => void): DesktopFloor {
  const centre = createCallCentre({ ...desktopFloor(), onError });
  for (const ext of extensionsOf('sip')) centre.device(ext).register();
  return {
    centre,
    setup: setupOfCast({ exchange: 'simulated', voice: null }),
    sip: null,
    close: () => {
      centre.dispose();
      return Promise.resolve();
    },
  };
}

async function plugIn({ phones, isReachable }: RealFloor, ext: string): Promise<void> {
  await phones.get(ext)?.register();
  for (const end = Date.now() + PATIENCE; !isReachable(ext);) {
    if (Date.now() > end) throw new Error(`The PBX does not know of the phone ${ext}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

async function openSwitchedFloor({ scripts, signal, onLost }: DesktopFloorOptions): Promise<DesktopFloor> {
  const webExtensions = extensionsOf('webrtc');
  const floor = await openRealFloor({
    acwSeconds: ACW_SECONDS,
    webExtensions,
    ...(scripts !== undefined && { scripts }),
    ...(signal && { signal }),
    onProblem: ({ code, message }) => onLost(new FloorLost(code === 'unreachable' ? 'The PBX has ended.' : message)),
    onError: onLost,
  });
  const { pbx, centre, phones, close } = floor;
  try {
    await Promise.all(extensionsOf('sip').map((ext) => plugIn(floor, ext)));
  } catch (error) {
    await close();
    throw error;
  }
  const { webSocket, password } = pbx.sip;
  const voice = {
    path: VOICE_PATH,
    domain: new URL(webSocket).hostname,
    passwords: Object.fromEntries(webExtensions.map((ext) => [ext, password])),
  };
  return { centre, setup: setupOfCast({ exchange: 'asterisk', voice }), sip: { phones, webSocket }, close };
}

/** @throws PbxUnavailable if this machine cannot have the switch */
export async function openDesktopFloor(options: DesktopFloorOptions): Promise<DesktopFloor> {
  return options.exchange === 'simulated' ? openSimulatedFloor(options.onLost) : openSwitchedFloor(options);
}
